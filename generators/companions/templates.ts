import type { JsonObject } from '../../specs/json.ts';
import { at, type Companion, drop, put } from './draft.ts';

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
  const links = has(request, byLink);
  const codes = has(request, [...byCode, ...legacyByCode]);
  if (!links && !codes) return request;
  const wantsLink = links && !(codes && at(request, option) === 'CONFIRM_WITH_CODE');
  const chosen = wantsLink ? drop(request, ...byCode, ...legacyByCode) : drop(request, ...byLink);
  // An older text alone says nothing about a template.
  if (!wantsLink && at(chosen, template) === undefined) return chosen;
  return put(chosen, option, wantsLink ? 'CONFIRM_WITH_LINK' : 'CONFIRM_WITH_CODE');
}

function twinsAgree(request: JsonObject): JsonObject {
  return twins.reduce((draft, [older, newer]) => {
    const text = at(draft, newer);
    return text === undefined || at(draft, older) === undefined ? draft : put(draft, older, text);
  }, request);
}

function has(request: JsonObject, paths: readonly string[]): boolean {
  return paths.some((path) => at(request, path) !== undefined);
}
