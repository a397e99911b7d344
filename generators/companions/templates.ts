import type { JsonObject } from '../../specs/json.ts';
import { type Companion, getIn, removeIn, setIn } from './requestPaths.ts';

const template = 'VerificationMessageTemplate';
const option = `${template}.DefaultEmailOption`;
const byLink = [`${template}.EmailMessageByLink`, `${template}.EmailSubjectByLink`];
const byCode = [`${template}.EmailMessage`, `${template}.EmailSubject`];
const legacyByCode = ['EmailVerificationMessage', 'EmailVerificationSubject'];

/** The members that older requests use for the same texts, with their places in the template. */
const twins = [
  ['SmsVerificationMessage', `${template}.SmsMessage`],
  ['EmailVerificationMessage', `${template}.EmailMessage`],
  ['EmailVerificationSubject', `${template}.EmailSubject`],
] as const;

/** Verification is by link or by code, with the texts of one of them; texts that are sent twice are equal. */
export const templates: Companion = (request) => twinsAgree(oneOption(request));

function oneOption(request: JsonObject): JsonObject {
  const links = hasAnyOf(request, byLink);
  const codes = hasAnyOf(request, [...byCode, ...legacyByCode]);
  if (!links && !codes) return request;
  const wantsLink = links && !(codes && getIn(request, option) === 'CONFIRM_WITH_CODE');
  const chosen = wantsLink ? removeIn(request, ...byCode, ...legacyByCode) : removeIn(request, ...byLink);
  // The older member by itself implies no template.
  if (!wantsLink && getIn(chosen, template) === undefined) return chosen;
  return setIn(chosen, option, wantsLink ? 'CONFIRM_WITH_LINK' : 'CONFIRM_WITH_CODE');
}

function twinsAgree(request: JsonObject): JsonObject {
  return twins.reduce((draft, [older, newer]) => {
    const text = getIn(draft, newer);
    return text === undefined || getIn(draft, older) === undefined ? draft : setIn(draft, older, text);
  }, request);
}

function hasAnyOf(request: JsonObject, paths: readonly string[]): boolean {
  return paths.some((path) => getIn(request, path) !== undefined);
}
