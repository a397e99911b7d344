import packageJson from '../package.json' with { type: 'json' };

/** The version of poolproof, as reports and records carry it. */
export const version: string = packageJson.version;

/**
 * How printed commands start the program where the package is installed. By the package's full name: npx would fetch and run
 * whatever package is registered under the bare name of the program.
 */
export const invocation = `npx ${packageJson.name}`;
