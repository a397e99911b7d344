import type { BoardTarget } from './boardTarget.ts';
import { awsEmulator } from './targets/awsEmulator.ts';
import { cognitoLocal } from './targets/cognitoLocal.ts';
import { cognitox } from './targets/cognitox.ts';
import { fakecloud } from './targets/fakecloud.ts';
import { floci } from './targets/floci.ts';
import { kumo } from './targets/kumo.ts';
import { kumolo } from './targets/kumolo.ts';
import { laws } from './targets/laws.ts';
import { localemu } from './targets/localemu.ts';
import { localstack } from './targets/localstack.ts';
import { localWebServices } from './targets/localWebServices.ts';
import { ministack } from './targets/ministack.ts';
import { moto } from './targets/moto.ts';
import { prism } from './targets/prism.ts';

/** The emulators of the board, by name. */
export const boardTargets: readonly BoardTarget[] = [
  awsEmulator,
  cognitoLocal,
  cognitox,
  fakecloud,
  floci,
  kumo,
  kumolo,
  laws,
  localemu,
  localstack,
  localWebServices,
  ministack,
  moto,
  prism,
].toSorted((left, right) => (left.name < right.name ? -1 : 1));
