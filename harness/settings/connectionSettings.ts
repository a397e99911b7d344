import { inputText } from '../inputFile.ts';
import { addressOf, type Connection } from '../targets/target.ts';
import { UserError } from '../userError.ts';
import { emulatorFiles, hasEmulatorFiles } from './emulatorFiles.ts';
import type { TargetOptions } from './targetOptions.ts';

/** The settings that a connection is made with. */
export type ConnectionOptions = Pick<TargetOptions, 'header' | 'ca' | 'insecure'>;

/** What a connection needs besides an address; reads the file of the certificate authority. */
export function connectionOf(target: string, { header, ca, insecure }: ConnectionOptions): Connection {
  const trust = ca === undefined ? {} : { ca: readCertificates(ca) };
  const left = emulatorConnection(target, ca === undefined && !insecure);
  return { headers: Object.fromEntries(header), insecure, ...left, ...trust };
}

// The emulator may listen on a port other than its default: the files it leaves identify it.
function emulatorConnection(target: string, needsTrust: boolean): Connection {
  const endpoint = addressOf(target) ?? '';
  if (target !== 'aws-emulator' && !hasEmulatorFiles(endpoint)) return {};
  return emulatorFiles(endpoint, { needsTrust });
}

function readCertificates(path: string): string {
  const wrongCa = (why: string) =>
    new UserError(
      'wrong-ca',
      `The file of --ca, "${path}", ${why}.`,
      'Give a PEM file with "BEGIN CERTIFICATE" in it.',
    );
  const text = inputText(path);
  if ('problem' in text) throw wrongCa(text.problem);
  if (!text.value.includes('-----BEGIN CERTIFICATE-----')) throw wrongCa('contains no certificate');
  return text.value;
}
