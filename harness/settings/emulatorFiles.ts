import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from '../targets/target.ts';
import { UserError } from '../userError.ts';

/** The files that AWS's own emulator writes to the home folder for each port it listens on, and deletes when it stops. */
export type EmulatorFiles = Pick<Connection, 'ca' | 'credentials'>;

/** Larger files do not belong to the emulator; in bytes. */
const maxFileSize = 65_536;

/**
 * Reads the emulator's key and certificate, which are new with every start, from `~/.aws/emulator/<port>/`; throws a UserError
 * where the folder or a file in it is missing. Files are recognised by their content.
 */
export function emulatorFiles(endpoint: string, { needsTrust }: { readonly needsTrust: boolean }): EmulatorFiles {
  const folder = emulatorFolder(endpoint);
  const texts = existsSync(folder) ? readSmallFiles(folder) : [];
  const ca = texts.find((text) => text.includes('-----BEGIN CERTIFICATE-----'));
  if (needsTrust && ca === undefined) throw noEmulator(folder, endpoint);
  const credentials = texts.flatMap((text) => credentialsIn(text) ?? [])[0];
  return { ...(ca === undefined ? {} : { ca }), ...(credentials === undefined ? {} : { credentials }) };
}

/** Whether the emulator has written files for a port of this machine, which means that it listens there. */
export function hasEmulatorFiles(endpoint: string): boolean {
  if (!/^https:\/\/(127\.0\.0\.1|localhost):\d+/.test(endpoint)) return false;
  return existsSync(emulatorFolder(endpoint));
}

function emulatorFolder(endpoint: string): string {
  return join(homedir(), '.aws', 'emulator', new URL(endpoint).port);
}

function readSmallFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && statSync(path).size <= maxFileSize)
    .map((path) => readFileSync(path, 'utf8'));
}

/** The access key in a text of the form of an AWS credentials file; undefined where there is none. */
function credentialsIn(text: string): Connection['credentials'] {
  const entry = (name: string) => new RegExp(`^\\s*${name}\\s*=\\s*(\\S+)\\s*$`, 'im').exec(text)?.[1];
  const [accessKeyId, secretAccessKey] = [entry('aws_access_key_id'), entry('aws_secret_access_key')];
  if (accessKeyId === undefined || secretAccessKey === undefined) return undefined;
  const sessionToken = entry('aws_session_token');
  return { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
}

function noEmulator(folder: string, endpoint: string): UserError {
  const what = existsSync(folder) ? 'contains no certificate' : 'does not exist';
  return new UserError(
    'no-emulator',
    `AWS's emulator writes its certificate and key to ${folder}, which ${what}.`,
    `Is it running on ${new URL(endpoint).host}, under your user and outside a container? Otherwise give --ca FILE or --insecure.`,
    3,
  );
}
