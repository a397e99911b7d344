import type { Clause, ClauseId } from '../../specs/clause.ts';
import { contractOf } from '../../specs/contract.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import { kebabPath, type MemberPath, topLevelOf } from '../../specs/member.ts';
import { withCompanions } from '../companions/index.ts';
import { getIn, isInEdition, removeIn, setIn } from '../companions/requestPaths.ts';
import { type StateValues, stateValues } from '../values/stateValues.ts';
import { type Case, poolPlaceholder } from './case.ts';
import type { GenerationScene } from './scene.ts';
import { softwareToken } from './softwareToken.ts';

/**
 * What becomes of each member: left out of a request that changes something else, sent, sent again, replaced, and sent empty, each
 * on a pool that was first given a value of its own.
 */
export function stateCases(scene: GenerationScene): readonly Case[] {
  return stateValues(scene)
    .filter(({ member }) => isInEdition(scene, member))
    .flatMap((values) => casesOf(scene, values))
    .concat(mfaCases(scene));
}

/** Settings that another operation makes, and that no update can touch. */
function mfaCases(scene: GenerationScene): readonly Case[] {
  const passkeys = { RelyingPartyId: 'auth.example.com', UserVerification: 'required' };
  const mfa = { ...softwareToken, WebAuthnConfiguration: passkeys };
  return [
    keptFactorCase('SoftwareTokenMfaConfiguration', softwareToken),
    ...(isInEdition(scene, 'Policies.SignInPolicy')
      ? [keptFactorCase('WebAuthnConfiguration', mfa), keptEmailFactorCase(scene)]
      : []),
  ];
}

/** E-mail may be a factor only beside a sender and a recovery that the update therefore sends again. */
function keptEmailFactorCase(scene: GenerationScene): Case {
  const mechanisms = [
    { Priority: 1, Name: 'verified_email' },
    { Priority: 2, Name: 'verified_phone_number' },
  ];
  const recovery = { AccountRecoverySetting: { RecoveryMechanisms: mechanisms } };
  const update = withCompanions(setIn(recovery, 'EmailConfiguration.EmailSendingAccount', 'DEVELOPER'), scene);
  const name = 'EmailMfaConfiguration';
  const kept = keptFactorCase(name, {
    MfaConfiguration: 'OPTIONAL',
    [name]: { Message: 'Code {####}', Subject: 'Code' },
  });
  return { ...kept, request: { ...kept.request, ...update }, prior: { ...kept.prior, update } };
}

function keptFactorCase(name: string, mfa: JsonObject): Case {
  return {
    id: `examples/state/${name}/kept`,
    phase: 'examples',
    clause: 'request.untouchable',
    member: '',
    breaks: [],
    request: { UserPoolId: poolPlaceholder, UserPoolTags: { factor: 'kept' } },
    prior: { mfa },
  };
}

function casesOf(scene: GenerationScene, values: StateValues): readonly Case[] {
  const { member, first } = values;
  const prior = priorOf(scene, member, first);
  const sent = Object.entries(values.others).map(([name, value]) =>
    stateCase(scene, { member, name, kind: 'sent' }, { request: settingRequest(scene, member, value), prior }),
  );
  const empty = values.empty === undefined ? [] : [values.empty];
  // Of a part of a structure the structure says it.
  const again = member.includes('.') ? [] : [settingRequest(scene, member, first)];
  return [
    stateCase(scene, { member, name: 'omitted', kind: 'omitted' }, { request: requestOmitting(scene, values), prior }),
    stateCase(scene, { member, name: 'sent', kind: 'sent' }, { request: settingRequest(scene, member, first) }),
    ...again.map((request) => stateCase(scene, { member, name: 'again', kind: 'sent' }, { request, prior })),
    ...sent,
    ...empty.map((value) =>
      stateCase(
        scene,
        { member, name: 'empty', kind: 'empty' },
        { request: settingRequest(scene, member, value), prior },
      ),
    ),
  ].map((one) => (member === 'MfaConfiguration' ? withMfaPrior(one) : one));
}

type RequestAndPrior = Pick<Case, 'request' | 'prior'>;

interface StateSubject {
  readonly member: string;
  readonly name: string;
  readonly kind: 'omitted' | 'sent' | 'empty';
}

function stateCase(scene: GenerationScene, { member, name, kind }: StateSubject, content: RequestAndPrior): Case {
  const clause = clauseOn(scene, member, kind, getIn(content.request, member));
  return { id: `examples/state/${member}/${name}`, phase: 'examples', clause, member, breaks: [], ...content };
}

/** The clause of the member, or where a structure has none, of what is sent in it or left out below it. */
function clauseOn(
  scene: GenerationScene,
  member: MemberPath,
  kind: StateSubject['kind'],
  value: JsonValue | undefined,
): ClauseId {
  const { byId, clauses } = contractOf(scene.edition.date, scene.basis);
  const id = pathsInto(member, value).find((path) => byId.has(`${kebabPath(path)}.${kind}`));
  if (id !== undefined) return `${kebabPath(id)}.${kind}`;
  const isBelow = ({ member: path, constraint }: Clause) =>
    path.startsWith(`${member}.`) && constraint.kind === 'state' && constraint.when === 'omitted';
  return clauses.find(isBelow)?.id ?? `${kebabPath(topLevelOf(member))}.${kind}`;
}

/** The member, then the first member in its value, and so on down. */
function pathsInto(member: MemberPath, value: JsonValue | undefined): readonly MemberPath[] {
  const [first] = isJsonObject(value) ? Object.entries(value) : [];
  return first === undefined ? [member] : [member, ...pathsInto(`${member}.${first[0]}`, first[1])];
}

function settingRequest(scene: GenerationScene, member: string, value: JsonValue): JsonObject {
  return { UserPoolId: poolPlaceholder, ...withCompanions(setIn({}, member, value), scene) };
}

/** A prior state has to show, and what is off may not be shown: a new pool has nothing on that would have to be off. */
function priorOf(scene: GenerationScene, member: string, value: JsonValue): { readonly update: JsonObject } {
  const complete = withCompanions(setIn({}, member, value), scene);
  const silent = [
    ['UserPoolAddOns.AdvancedSecurityMode', 'OFF'],
    ['Policies.PasswordPolicy.PasswordHistorySize', 0],
  ] as const;
  const unshown = silent.filter(([path, off]) => getIn(complete, path) === off).map(([path]) => path);
  return { update: withoutEmpty(removeIn(complete, ...unshown)) };
}

function withoutEmpty(request: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(request).filter(([, value]) => JSON.stringify(value) !== '{}'));
}

/**
 * A request that leaves the member out and changes something harmless instead, so that it is seen to have worked. What the
 * kept value may ask to go with it is sent again.
 */
function requestOmitting(scene: GenerationScene, { member, first, alongside = [], instead }: StateValues): JsonObject {
  const before = priorOf(scene, member, first).update;
  const kept = alongside.flatMap((path) => {
    const value = getIn(before, path);
    return value === undefined ? [] : [[path, value] as const];
  });
  const request = kept.reduce((draft, [path, value]) => setIn(draft, path, value), instead ?? controlChange(member));
  return { UserPoolId: poolPlaceholder, ...request };
}

function controlChange(member: string): JsonObject {
  if (member === 'UserPoolTags') return { SmsAuthenticationMessage: 'Control {####}' };
  return { UserPoolTags: { Control: member } };
}

/** Only a pool with a second factor can be asked to demand one. */
function withMfaPrior(one: Case): Case {
  return { ...one, prior: { ...one.prior, mfa: softwareToken } };
}
