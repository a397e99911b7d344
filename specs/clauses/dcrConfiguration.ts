import { after, examples, openRule, refusalRule } from '../authoring.ts';
import { above, all, any, holds, is, present } from '../conditions.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import type { MemberPath } from '../member.ts';
import { enumNote } from '../sharedExamples.ts';
import { apiProse } from '../sources.ts';
import type { StateNote, Topic } from '../topic.ts';

const member = 'DcrConfiguration';
const grants = ['code', 'implicit', 'client_credentials'];
const full: JsonObject = {
  EnableStatus: 'Disabled',
  OpenDcrEnabled: true,
  AuthenticatedGrantTypes: ['code'],
  OpenDcrGrantTypes: ['client_credentials'],
  AllowedScopes: ['openid'],
};

/** What a client may be allowed without a resource server of its own. */
const standardScopes = ['openid', 'email', 'profile', 'phone', 'aws.cognito.signin.user.admin'];

/** DcrConfiguration: dynamic registration of clients. No source states the limits of its lists. */
export const dcrConfiguration: Topic = {
  samples: [dcr(full)],
  model: {
    'dcr-configuration.enable-status.enum': enumNote(['Enabled', 'Disabled'], ['ENABLED', 'enabled', 'On', '']),
    'dcr-configuration.authenticated-grant-types.item.enum': enumNote(grants, [
      'Code',
      'password',
      'refresh_token',
      '',
    ]),
    'dcr-configuration.open-dcr-grant-types.item.enum': enumNote(grants, ['Code', 'password', 'refresh_token', '']),
  },
  state: [
    {
      member,
      when: 'omitted',
      observed: { kind: 'kept' },
      documented: { kind: 'kept' },
      evidence: [apiProse('rule 47', '2026-11-13', 'Left out, the configuration stays as it is.')],
    },
    defaultOf('EnableStatus', ['Enabled']),
    defaultOf('OpenDcrEnabled', [false]),
    defaultOf('AuthenticatedGrantTypes', [
      ['code', 'client_credentials'],
      ['client_credentials', 'code'],
    ]),
    defaultOf('OpenDcrGrantTypes', [['code']]),
  ],
  clauses: [
    refusalRule({
      id: 'dcr-configuration.plan',
      member,
      says: 'DcrConfiguration is Disabled on the LITE plan.',
      breach: all(is('UserPoolTier', ['LITE'], 'request'), is(`${member}.EnableStatus`, ['Enabled'])),
      onBreach: ['FeatureUnavailableInTierException', 'TierChangeNotAllowedException', 'InvalidParameterException'],
      evidence: [
        apiProse('rule 47', '2026-11-13', 'Belongs to the higher plans; has to be disabled before a move to LITE.'),
      ],
      examples: examples(
        [
          { UserPoolTier: 'ESSENTIALS', ...dcr({ EnableStatus: 'Enabled' }) },
          { UserPoolTier: 'LITE', ...dcr({ EnableStatus: 'Disabled' }) },
        ],
        [{ UserPoolTier: 'LITE', ...dcr({ EnableStatus: 'Enabled' }) }],
      ),
    }),
    openRule({
      id: 'dcr-configuration.unusual',
      member,
      says: 'Nobody has seen what is stored of the implicit grant or of the registration scope, or DcrConfiguration sent on LITE.',
      breach: any(
        holds(`${member}.AuthenticatedGrantTypes`, ['implicit'], 'request'),
        holds(`${member}.OpenDcrGrantTypes`, ['implicit'], 'request'),
        holds(`${member}.AllowedScopes`, ['aws.cognito/dcr/register'], 'request'),
        all(present(member, 'request'), is('UserPoolTier', ['LITE'])),
      ),
      onBreach: ['InvalidParameterException', 'FeatureUnavailableInTierException'],
      evidence: [apiProse('rule 47', '2026-11-13', 'The grant is accepted and ignored, the scope never granted.')],
      examples: examples(
        [dcr(full)],
        [
          dcr({ ...full, OpenDcrGrantTypes: ['code', 'implicit'] }),
          dcr({ ...full, AllowedScopes: ['aws.cognito/dcr/register'] }),
        ],
      ),
    }),
    openRule({
      id: 'dcr-configuration.many-scopes',
      member: `${member}.AllowedScopes`,
      says: 'No source states how many AllowedScopes there may be; those that are taken are stored.',
      breach: above(`${member}.AllowedScopes`, 3, 'request'),
      stateHolds: true,
      onBreach: ['InvalidParameterException'],
      evidence: [apiProse('rule 47', '2026-11-13', 'No limit is stated.')],
      examples: examples([dcr(full)], [dcr({ ...full, AllowedScopes: standardScopes })]),
    }),
  ],
};

function dcr(members: JsonObject): JsonObject {
  return { DcrConfiguration: members };
}

/** A member left out of a DcrConfiguration that is sent. */
function defaultOf(name: string, values: readonly JsonValue[]): StateNote {
  const path: MemberPath = `${member}.${name}`;
  const { [name]: _omitted, ...others } = full;
  return {
    member: path,
    when: 'omitted',
    parent: 'sent',
    observed: { kind: 'becomes', values },
    documented: { kind: 'becomes', values },
    evidence: [apiProse('rule 47', '2026-11-13', 'What is left out of it gets its default value.')],
    examples: { keeps: [after(dcr(full), dcr(others))], breaks: [] },
  };
}
