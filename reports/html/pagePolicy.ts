import { createHash } from 'node:crypto';

/** The content security policy of a page that needs no network: its own styles, its own script if it has one, and nothing else. */
export function pagePolicy(styles: string, script?: string): string {
  const scripts = script === undefined ? '' : ` script-src '${digest(script)}';`;
  return `default-src 'none'; style-src '${digest(styles)}';${scripts} base-uri 'none'; form-action 'none'`;
}

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
