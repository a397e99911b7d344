/** What is replaced before a record is shown in public. */
export type RedactedKind = 'account' | 'path' | 'host';

/** One thing that was found, and what stands in its place. */
export interface Redaction {
  readonly kind: RedactedKind;
  readonly found: string;
  readonly replacement: string;
}

/** Accounts of documentation and of emulators, which belong to nobody. */
const madeUpAccounts: ReadonlySet<string> = new Set(['123456789012', '111122223333', '444455556666', '000000000000']);

/** What stands for any other account. */
const publicAccount = '111122223333';

const account = /(\barn:aws[\w-]*:[\w-]*:[\w-]*:)(\d{12})(?=:)/g;

// Folders of people and machines; what is below node_modules is the same everywhere and stays.
const folder =
  /(?:\/(?:home|Users|root|tmp|private|var\/folders|work|mnt|opt|srv|usr\/local)\/|[A-Za-z]:\\Users\\)[^\s"'`<>|;,)\]}]*/g;

const address = /\bhttps?:\/\/(\[[0-9a-fA-F:]+\]|[A-Za-z0-9._-]+)/g;

/** A text without accounts, local paths and hosts; `hosts` are names that are known to be private. Each thing found is reported. */
export function redactText(text: string, hosts: readonly string[], report: (redaction: Redaction) => void): string {
  const replace = (kind: RedactedKind, found: string, replacement: string): string => {
    if (found !== replacement) report({ kind, found, replacement });
    return replacement;
  };
  const plain = text
    .replace(account, (whole: string, start: string, id: string) =>
      madeUpAccounts.has(id) ? whole : `${start}${replace('account', id, publicAccount)}`,
    )
    .replace(folder, (path: string) => replace('path', path, publicPath(path)))
    .replace(address, (whole: string, host: string) =>
      isPrivate(host) ? whole.replace(host, replace('host', host, publicHost)) : whole,
    );
  return hosts.reduce(
    (result, host) => (result.includes(host) ? result.replaceAll(host, replace('host', host, publicHost)) : result),
    plain,
  );
}

const publicHost = 'target.example';

function publicPath(path: string): string {
  const module = path.lastIndexOf('node_modules');
  if (module !== -1) return `/…/${path.slice(module)}`;
  const name =
    path
      .split(/[\\/]/)
      .filter((part) => part !== '')
      .at(-1) ?? '';
  return `/…/${name}`;
}

// Loopback is the same everywhere, and the sources of evidence are public.
function isPrivate(host: string): boolean {
  if (/^(localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]|target\.example)$/.test(host)) return false;
  return /^(\d{1,3}\.){3}\d{1,3}$|^\[|\.(local|lan|internal|corp|home|localdomain)$|^[^.]+$/.test(host);
}
