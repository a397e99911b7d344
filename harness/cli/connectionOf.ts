import { existsSync, readFileSync } from 'node:fs';
import type { Connection } from '../targets/target.ts';
import { UserError } from '../userError.ts';
import type { TargetOptions } from './targetOptions.ts';

/** The settings that a connection is made with. */
export type ConnectionOptions = Pick<TargetOptions, 'header' | 'ca' | 'insecure'>;

/** What a connection needs beyond an address; the file of the authority is read here. */
export function connectionOf({ header, ca, insecure }: ConnectionOptions): Connection {
  const trust = ca === undefined ? {} : { ca: certificates(ca) };
  return { headers: Object.fromEntries(header), insecure, ...trust };
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
