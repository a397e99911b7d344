import { printError } from '../commands/print.ts';
import { version } from '../version.ts';

// `npm publish` runs this first. Only a release that names its version on purpose, as the release workflow does, gets past it.
if (process.env.POOLPROOF_RELEASE !== version) {
  printError(
    `error[not-released]: publishing is locked until the owner of the package has decided on its name and repository.\n` +
      `  hint: CONTRIBUTING.md, "Releases", says how; POOLPROOF_RELEASE=${version} confirms it.`,
  );
  process.exitCode = 2;
}
