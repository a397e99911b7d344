import packageJson from '../package.json' with { type: 'json' };

/** The version of poolproof, as reports and records carry it. */
export const version: string = packageJson.version;
