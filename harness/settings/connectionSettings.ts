import { existsSync, readFileSync } from 'node:fs';
import { addressOf, type Connection } from '../targets/target.ts';
import { UserError } from '../userError.ts';
import { emulatorFiles, hasEmulatorFiles } from './emulatorFiles.ts';
import type { TargetOptions } from './targetOptions.ts';

/** The settings that a connection is made with. */
export type ConnectionOptions = Pick<TargetOptions, 'header' | 'ca' | 'insecure'>;

/** What a connection needs beyond an address; the file of the authority is read here. */
export function connectionOf(target: string, { header, ca, insecure }: ConnectionOptions): Connection {
  const trust = ca === undefined ? {} : { ca: certificates(ca) };
  const left = leftFor(target, ca === undefined && !insecure);
  return { headers: Object.fromEntries(header), insecure, ...left, ...trust };
}

// The emulator may listen on another port than its own: it is known there by what it has left.
function leftFor(target: string, needsTrust: boolean): Connection {
  const endpoint = addressOf(target) ?? '';
  if (target !== 'aws-emulator' && !hasEmulatorFiles(endpoint)) return {};
  return emulatorFiles(endpoint, { needsTrust });
}

function certificates(path: string): string {
  const wrong = (why: string) =>
    new UserError(
      'wrong-ca',
      `The file of --ca, "${path}", ${why}.`,
      'Give a PEM file with "BEGIN CERTIFICATE" in it.',
    );
  if (!existsSync(path)) throw wrong('is not there');
  const text = readFileSync(path, 'utf8');
  if (!text.includes('-----BEGIN CERTIFICATE-----')) throw wrong('holds no certificate');
  return text;
}
