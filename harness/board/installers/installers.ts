import type { Installation } from '../boardTarget.ts';
import { cargoInstaller } from './cargoInstaller.ts';
import { goInstaller } from './goInstaller.ts';
import type { Installer } from './installer.ts';
import { npmInstaller } from './npmInstaller.ts';
import { pypiInstaller } from './pypiInstaller.ts';

/** The installer of each registry. */
export const installers: Readonly<Record<Extract<Installation, { readonly name: string }>['kind'], Installer>> = {
  npm: npmInstaller,
  pypi: pypiInstaller,
  cargo: cargoInstaller,
  go: goInstaller,
};
