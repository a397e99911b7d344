import { kebabPath } from '../../specs/member.ts';
import { createOperation, deleteOperation, describeOperation, signingName } from '../../specs/operation.ts';
import { botocoreHabits } from './botocoreHabits.ts';
import {
  arnPlaceholder,
  otherCasePlaceholder,
  otherPoolPlaceholder,
  poolPlaceholder,
  type Scenario,
  type ScriptStep,
} from './buildScenario.ts';
import type { AnswerCheck, PoolCheck } from './check.ts';
import { placeholdersIn } from './fillHelper.ts';
import { hiddenForm } from './hiddenForm.ts';
import { unsendable } from './unsendable.ts';

/** A Python script for boto3, or a comment that says why there is none. */
export function boto3(scenario: Scenario): string {
  const { notes, clientNotes, endpoint, region, aws, bodies, attempts } = scenario;
  const refusal = unsendable(scenario, botocoreHabits, hiddenForm, '#');
  if (refusal !== null) return refusal;
  return [
    ...[...notes, ...clientNotes].map((note) => `# ${note}`),
    'import json',
    'import os',
    ...(bodies.runs ? ['import re'] : []),
    'import sys',
    '',
    'import boto3',
    'from botocore.config import Config',
    'from botocore.exceptions import BotoCoreError, ClientError, ParamValidationError',
    '',
    'client = boto3.client(',
    `    "${signingName}",`,
    `    region_name="${region}",`,
    `    endpoint_url=${JSON.stringify(endpoint)},`,
    '    config=Config(retries={"total_max_attempts": 1}),',
    ...(aws ? [] : credentials),
    ')',
    'names = {}',
    '',
    '',
    ...sendFunction(scenario),
    ...(scenario.describes ? describeFunction : []),
    ...(scenario.creation === null ? [] : createFunctions(scenario)),
    '',
    'def attempt():',
    ...indented(steps(scenario)),
    '',
    '',
    ...(attempts === 1
      ? ['shown = attempt()']
      : [`# It comes and goes, so it is tried several times.`, `shown = any(attempt() for _ in range(${attempts}))`]),
    ...(scenario.check === null
      ? ['print("not decided by this script")']
      : ['print("shown" if shown else "not shown")', 'sys.exit(1 if shown else 0)']),
    '',
  ].join('\n');
}

const credentials = [
  '    aws_access_key_id=os.environ.get("AWS_ACCESS_KEY_ID", "local"),',
  '    aws_secret_access_key=os.environ.get("AWS_SECRET_ACCESS_KEY", "local"),',
];

function indented(lines: readonly string[]): readonly string[] {
  // What stands in a raw string is the body of a request and stays where it is.
  let isText = false;
  return lines.map((line) => {
    const isInside = isText;
    if (line.split('"""').length % 2 === 0) isText = !isText;
    return isInside || line === '' ? line : `    ${line}`;
  });
}

function sendFunction({ bodies }: Scenario): readonly string[] {
  return [
    'def send(operation, text):',
    ...(bodies.runs
      ? [
          '    # Writes "<20001 times a>" as that many characters.',
          '    text = re.sub(r"<(\\d+) times ([^>]+)>", lambda run: run[2] * int(run[1]), text)',
        ]
      : []),
    '    for name, value in names.items():',
    '        text = text.replace(name, value)',
    '    print(text[:3000])',
    '    try:',
    '        answer = operation(**json.loads(text))',
    '        error = None',
    '    except ClientError as failure:',
    '        answer = failure.response',
    '        error = answer["Error"]["Code"]',
    '    except ParamValidationError as failure:',
    '        print(failure)',
    '        print(f"not sent: boto3 {boto3.__version__} refused the request by itself")',
    '        sys.exit(2)',
    '    except BotoCoreError as failure:',
    '        answer, error = {}, repr(failure)',
    '    print("->", error or "accepted", answer.get("Error", ""))',
    '    meta = answer.get("ResponseMetadata", {})',
    '    return answer, error, meta',
    '',
    '',
  ];
}

const describeFunction = [
  'def describe(pool):',
  '    try:',
  `        shown = client.${methodOf(describeOperation)}(UserPoolId=pool)["UserPool"]`,
  '    except (ClientError, BotoCoreError, KeyError) as failure:',
  '        print(repr(failure))',
  '        return None',
  '    print(json.dumps({name: shown[name] for name in shown if name != "SchemaAttributes"}, indent=1, default=str))',
  '    return shown',
  '',
  '',
  'def part(pool, member):',
  '    for name in member.split(".") if member else []:',
  '        pool = pool.get(name) if isinstance(pool, dict) else None',
  '    return pool',
  '',
  '',
];

function methodOf(operation: ScriptStep['operation']): string {
  return operation === 'SetUserPoolMfaConfig' ? 'set_user_pool_mfa_config' : kebabPath(operation).replaceAll('-', '_');
}

function createFunctions({ bodies, after }: Scenario): readonly string[] {
  return [
    'def create():',
    `    answer, error, _ = send(client.${methodOf(createOperation)}, r"""`,
    bodies.creation,
    '""")',
    '    if error:',
    '        sys.exit("No pool was created: " + error)',
    '    return answer["UserPool"]["Id"]',
    '',
    '',
    'def discard(pool):',
    ...after.map(
      ({ operation }) => `    client.${methodOf(operation)}(UserPoolId=pool, DeletionProtection="INACTIVE")`,
    ),
    `    client.${methodOf(deleteOperation)}(UserPoolId=pool)`,
    '',
  ];
}

function steps(scenario: Scenario): readonly string[] {
  const { creation, before, bodies } = scenario;
  const placeholders = placeholdersIn(scenario);
  const pools = before.some(({ pool }) => pool === 2) ? ['pool', 'other'] : ['pool'];
  if (creation === null)
    return ['pool = "us-east-1_Poolproof"', `names["${poolPlaceholder}"] = pool`, ...question(scenario)];
  return [
    'print("== A pool is made with")',
    `pool = names["${poolPlaceholder}"] = create()`,
    ...(placeholders.has(otherCasePlaceholder)
      ? [
          'start, tail = pool.rsplit("_", 1)',
          `names["${otherCasePlaceholder}"] = start + "_" + (tail.swapcase() if tail.swapcase() != tail else tail + "A")`,
        ]
      : []),
    ...(placeholders.has(arnPlaceholder) ? [`names["${arnPlaceholder}"] = describe(pool)["Arn"]`] : []),
    ...(pools.length > 1 ? ['other = None'] : []),
    'try:',
    ...indented([
      ...before.flatMap((step, index) => sendStep(step, bodies.before[index] ?? '')),
      ...question(scenario),
    ]),
    'finally:',
    ...pools.map((name) => (name === 'pool' ? '    discard(pool)' : '    if other: discard(other)')),
  ];
}

// Three double quotes in a row are nowhere in JSON, so a raw string holds any of it.
function sendStep({ operation, pool }: ScriptStep, text: string): readonly string[] {
  if (operation === createOperation)
    return pool === 1
      ? []
      : ['print("== Another pool is made with")', `other = names["${otherPoolPlaceholder}"] = create()`];
  return [`print("== First ${operation} with")`, `send(client.${methodOf(operation)}, r"""`, text, '""")'];
}

function question(scenario: Scenario): readonly string[] {
  const { question: asked, describes, check, before, bodies } = scenario;
  const looksAtOther = before.some(({ pool }) => pool === 2);
  const look = (which: string) => [
    ...(describes ? [`print("== The pool ${which} the request")`, `${which} = describe(pool)`] : []),
    ...(describes && looksAtOther
      ? [`print("== The other pool ${which} the request")`, `other_${which} = describe(other)`]
      : []),
  ];
  return [
    ...look('before'),
    `print("== The request in question: ${asked.operation} with")`,
    `answer, error, meta = send(client.${methodOf(asked.operation)}, r"""`,
    bodies.request,
    '""")',
    ...look('after'),
    `return ${check === null ? 'None' : conditionOf(check)}`,
  ];
}

function conditionOf(check: AnswerCheck | PoolCheck): string {
  return 'pool' in check ? poolCondition(check) : answerCondition(check);
}

function answerCondition(check: AnswerCheck): string {
  switch (check.kind) {
    case 'accepted':
      return 'error is None';
    case 'error':
      return `error == ${JSON.stringify(check.name)}`;
    case 'status':
      return `meta.get("HTTPStatusCode") == ${check.status}`;
    case 'no-answer':
      return 'error is not None and not meta';
    case 'message':
      return `answer.get("Error", {}).get("Message") == ${JSON.stringify(check.text)}`;
    case 'no-message':
      return 'not answer.get("Error", {}).get("Message")';
    case 'no-request-id':
      return 'not {"x-amzn-requestid", "x-amz-request-id"} & set(meta.get("HTTPHeaders", {}))';
    case 'body':
    case 'type':
    case 'content-type':
      return 'None';
  }
}

function poolCondition(check: PoolCheck): string {
  if (check.kind === 'unreadable') return 'after is None';
  const prefix = check.pool === 2 ? 'other_' : '';
  const name = JSON.stringify(check.member);
  const [old, now] = [`part(${prefix}before, ${name})`, `part(${prefix}after, ${name})`];
  switch (check.kind) {
    case 'absent':
      return `error is None and ${now} in (None, "", [], {})`;
    case 'unchanged':
      return `error is None and ${old} == ${now}`;
    case 'changed':
      return `${old} != ${now}`;
    case 'shows':
      return `error is None and ${now} == json.loads(r"""${JSON.stringify(check.value)}""")`;
    case 'date-form':
    case 'backwards':
      return `${now} < ${old}`;
  }
}
