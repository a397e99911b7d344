import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from '../targets/target.ts';
import { UserError } from '../userError.ts';

/** What AWS's own emulator leaves in the home folder for each port it listens on, and takes away when it ends. */
export type EmulatorFiles = Pick<Connection, 'ca' | 'credentials'>;

/** Larger files are none of the emulator's. */
const largest = 65_536;

/**
 * Reads the emulator's key and certificate, which are new with every start, from `~/.aws/emulator/<port>/`; a UserError where the
 * folder or what is needed in it is missing. Files are known by what stands in them.
 */
export function emulatorFiles(endpoint: string, { needsTrust }: { readonly needsTrust: boolean }): EmulatorFiles {
  const folder = emulatorFolder(endpoint);
  const texts = existsSync(folder) ? textsIn(folder) : [];
  const ca = texts.find((text) => text.includes('-----BEGIN CERTIFICATE-----'));
  if (needsTrust && ca === undefined) throw missing(folder, endpoint);
  const credentials = texts.flatMap((text) => credentialsIn(text) ?? [])[0];
  return { ...(ca === undefined ? {} : { ca }), ...(credentials === undefined ? {} : { credentials }) };
}

/** Whether the emulator has left files for a port of this machine, so that it is the one that listens there. */
export function hasEmulatorFiles(endpoint: string): boolean {
  if (!/^https:\/\/(127\.0\.0\.1|localhost):\d+/.test(endpoint)) return false;
  return existsSync(emulatorFolder(endpoint));
}

function emulatorFolder(endpoint: string): string {
  return join(homedir(), '.aws', 'emulator', new URL(endpoint).port);
}

function textsIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && statSync(path).size <= largest)
    .map((path) => readFileSync(path, 'utf8'));
}

/** A key in the form of the AWS files; undefined where there is none. */
function credentialsIn(text: string): Connection['credentials'] {
  const told = (name: string) => new RegExp(`^\\s*${name}\\s*=\\s*(\\S+)\\s*$`, 'im').exec(text)?.[1];
  const [accessKeyId, secretAccessKey] = [told('aws_access_key_id'), told('aws_secret_access_key')];
  if (accessKeyId === undefined || secretAccessKey === undefined) return undefined;
  const sessionToken = told('aws_session_token');
  return { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
}

function missing(folder: string, endpoint: string): UserError {
  const what = existsSync(folder) ? `holds no certificate` : 'is not there';
  return new UserError(
    'no-emulator',
    `AWS's emulator leaves its certificate and its key in ${folder}, which ${what}.`,
    `Is it running on ${new URL(endpoint).host}, as you and not in a container? Else give --ca FILE or --insecure.`,
    3,
  );
}
