import type { Finding } from '../../harness/record/record.ts';
import type { Contract } from '../../specs/contract.ts';
import type { JsonValue } from '../../specs/json.ts';
import type { Check } from './check.ts';
import { leafLines } from './leafLines.ts';

/**
 * The check that shows a finding again, read from its clause, kind and answer class; null where one run of one script cannot
 * decide it.
 */
export function findingCheck(finding: Finding, contract: Contract): Check | null {
  const symptom = answerClass(finding);
  switch (finding.kind) {
    case 'accepted-invalid':
      return { kind: 'accepted' };
    case 'rejected-valid':
    case 'wrong-error':
      return symptom === 'message' ? messageCheck(finding) : refusalCheck(symptom);
    case 'wrong-status':
      return statusCheck(symptom);
    case 'no-answer':
      return { kind: 'no-answer' };
    case 'server-fault':
      return faultCheck(symptom);
    case 'malformed-answer':
      return formCheck(finding, contract, symptom);
    case 'wrong-state':
      return stateCheck(finding, contract, symptom);
    case 'not-atomic':
      return { kind: 'changed', pool: 1, member: shownName(finding.member || symptom) };
    case 'leaked-state':
      return symptom === 'changed' || symptom === 'new-pool'
        ? null
        : { kind: 'changed', pool: 2, member: shownName(symptom) };
    case 'unstable':
      return checkOfSymptom(finding, contract, symptom);
  }
}

/** What a finding's id says after its clause and kind: `200`, `ResourceNotFoundException`, `absent`. */
export function answerClass({ id, kind }: Pick<Finding, 'id' | 'kind'>): string {
  const mark = `/${kind}/`;
  const at = id.indexOf(mark);
  return at === -1 ? id.slice(id.lastIndexOf('/') + 1) : id.slice(at + mark.length);
}

/** A member as DescribeUserPool names it, up to the first list or map, which is compared as a whole. */
export function shownName(member: string): string {
  const plain = member.replace(/[[{].*$/, '');
  return plain === 'PoolName' ? 'Name' : plain;
}

function refusalCheck(symptom: string): Check {
  return /^\d+$/.test(symptom) ? { kind: 'status', status: Number(symptom) } : { kind: 'error', name: symptom };
}

function statusCheck(symptom: string): Check | null {
  return /^\d+$/.test(symptom) ? { kind: 'status', status: Number(symptom) } : null;
}

function messageCheck({ answer }: Finding): Check | null {
  const text = answer.kind === 'answered' ? answer.message : null;
  return text === null ? null : { kind: 'message', text };
}

function faultCheck(symptom: string): Check | null {
  if (symptom === 'unreadable') return { kind: 'unreadable', pool: 1 };
  return symptom === 'reset' ? { kind: 'no-answer' } : statusCheck(symptom);
}

function formCheck({ clause }: Finding, { byId }: Contract, symptom: string): Check | null {
  const constraint = byId.get(clause)?.constraint;
  const check = constraint?.kind === 'wire' ? constraint.check : clause.replace(/^wire\./, '');
  switch (check) {
    case 'error-body':
      return bodyCheck(symptom);
    case 'success-body':
      return { kind: 'body', form: symptom === 'markup' ? 'markup' : 'content' };
    case 'error-type':
      return symptom === 'absent' || symptom === 'namespaced' || symptom === 'two-names'
        ? { kind: 'type', form: symptom }
        : null;
    case 'error-message':
      return { kind: 'no-message' };
    case 'request-id':
      return { kind: 'no-request-id' };
    case 'content-type':
      return { kind: 'content-type', is: symptom };
    default:
      return bodyCheck(symptom);
  }
}

function bodyCheck(symptom: string): Check | null {
  return symptom === 'markup' || symptom === 'empty' || symptom === 'not-json' ? { kind: 'body', form: symptom } : null;
}

function stateCheck(finding: Finding, { byId }: Contract, symptom: string): Check | null {
  const constraint = byId.get(finding.clause)?.constraint;
  const about = constraint?.kind === 'wire' ? constraint.check : undefined;
  if (about === 'serial') return null;
  if (about === 'shown-type')
    return {
      kind: 'shown-type',
      pool: 1,
      member: finding.member === 'PoolName' ? 'Name' : finding.member,
      type: symptom,
    };
  if (symptom === 'text' || symptom === 'milliseconds')
    return { kind: 'date-form', pool: 1, member: 'CreationDate', form: symptom };
  if (symptom === 'backwards') return { kind: 'backwards', pool: 1, member: 'LastModifiedDate' };
  if (about === 'creation-date') return { kind: 'changed', pool: 1, member: 'CreationDate' };
  if (about === 'untouchable') return { kind: 'changed', pool: 1, member: symptom };
  const member = shownName(finding.member);
  if (symptom === 'absent') return { kind: 'absent', pool: 1, member };
  if (symptom === 'unchanged') return { kind: 'unchanged', pool: 1, member };
  return shownCheck(finding, member);
}

// Servers differ in how they write other characters than ASCII, so such a value is compared with the one before.
function shownCheck({ state, member }: Finding, name: string): Check {
  const after: JsonValue = state.find((each) => each.member === member)?.after ?? null;
  const lines = after === null ? [] : leafLines(name, after);
  const isComparable = lines.length > 0 && lines.every((line) => /^[\x20-\x7e]*$/.test(line));
  if (after === null) return { kind: 'absent', pool: 1, member: name };
  return isComparable && !member.includes('[') && !member.includes('{')
    ? { kind: 'shows', pool: 1, member: name, value: after, lines }
    : { kind: 'changed', pool: 1, member: name };
}

// Of a finding that comes and goes the id keeps the symptom alone.
function checkOfSymptom(finding: Finding, contract: Contract, symptom: string): Check | null {
  if (/^2\d\d$/.test(symptom)) return { kind: 'accepted' };
  if (/^\d+$/.test(symptom)) return { kind: 'status', status: Number(symptom) };
  if (/^(timeout|reset|none)$/.test(symptom)) return { kind: 'no-answer' };
  if (/(Exception|Error)$/.test(symptom)) return { kind: 'error', name: symptom };
  return finding.clause.startsWith('wire.')
    ? formCheck(finding, contract, symptom)
    : stateCheck(finding, contract, symptom);
}
