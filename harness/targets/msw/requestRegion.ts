/** The Region that a request is meant for, by its host or else its signature; undefined where neither names one. */
export function requestRegion({ url, headers }: Pick<Request, 'url' | 'headers'>): string | undefined {
  const byHost = /^cognito-idp(?:-fips)?\.([a-z0-9-]+)\./.exec(new URL(url).hostname)?.[1];
  if (byHost !== undefined) return byHost;
  return /\bCredential=[^/,\s]+\/\d{8}\/([a-z0-9-]+)\/cognito-idp\//.exec(headers.get('authorization') ?? '')?.[1];
}
