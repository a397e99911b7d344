import fc from 'fast-check';
import type { Shape } from '../../specs/shape.ts';
import { wordText } from '../values/names.ts';
import type { MemberTable, Values } from './memberTable.ts';

/** Grants that are registered. The implicit one is accepted and ignored, so what is stored of it is anyone's guess. */
const grantTypes: Values = { kind: 'values', any: (_scene, shape) => grants(shape) };

/** Registration of clients by themselves. */
export const dcrConfiguration: MemberTable = {
  'DcrConfiguration.AuthenticatedGrantTypes': grantTypes,
  'DcrConfiguration.OpenDcrGrantTypes': grantTypes,
  'DcrConfiguration.AllowedScopes[]': wordText('openid', 'email', 'profile', 'phone', 'aws.cognito.signin.user.admin'),
};

function grants(shape: Shape) {
  const known = shape.type === 'list' && shape.item.type === 'string' ? shape.item.enum : undefined;
  const words = (known ?? []).filter((word) => word !== 'implicit');
  // Empty lists turn registrations away; whether one may be sent is not published.
  return fc.shuffledSubarray(words, { minLength: Math.min(1, words.length) });
}
