import { createOperation, deleteOperation, describeOperation, signingName } from '../../specs/operation.ts';
import { botocoreHabits } from './botocoreHabits.ts';
import {
  arnPlaceholder,
  otherCasePlaceholder,
  otherPoolPlaceholder,
  poolPlaceholder,
  type Scenario,
} from './buildScenario.ts';
import type { AnswerCheck } from './check.ts';
import { methodName } from './methodName.ts';
import { type ComparisonWords, poolComparison } from './poolComparison.ts';
import { indent, type ScriptLanguage, type ScriptParts } from './renderScript.ts';
import { hasOtherPool, type ScriptAction } from './scriptPlan.ts';

/** Python scripts for boto3. */
export const boto3: ScriptLanguage = {
  sign: '#',
  habits: botocoreHabits,
  start: boto3Start,
  print: (heading) => `print("== ${heading}")`,
  act: boto3Action,
  answerCondition: boto3Answer,
  poolCondition: (check) => poolComparison(check, comparison),
  giveUp: (verdict) => ['import sys', '', `print("${verdict}")`, 'sys.exit(2)'],
  finish: boto3Finish,
};

function boto3Start(scenario: Scenario): readonly string[] {
  const { endpoint, region, aws, bodies, creation, describes } = scenario;
  return [
    'import json',
    'import os',
    ...(bodies.runs ? ['import re'] : []),
    'import sys',
    '',
    'import boto3',
    'from botocore.config import Config',
    'from botocore.exceptions import ClientError, ParamValidationError',
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
    ...boto3SendFunction(scenario),
    ...(describes ? describeFunction : []),
    ...(creation === null ? [] : discardFunction(scenario)),
  ];
}

const credentials = [
  '    aws_access_key_id=os.environ.get("AWS_ACCESS_KEY_ID", "local"),',
  '    aws_secret_access_key=os.environ.get("AWS_SECRET_ACCESS_KEY", "local"),',
];

function boto3SendFunction({ bodies }: Scenario): readonly string[] {
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
    '    # Its parser raises what it comes upon.',
    '    except Exception as failure:',
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
  `        shown = client.${methodName(describeOperation)}(UserPoolId=pool)["UserPool"]`,
  '        # Python reads NaN and Infinity, which are not JSON.',
  '        json.dumps(shown, allow_nan=False, default=str)',
  '    except Exception as failure:',
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

function discardFunction({ after }: Scenario): readonly string[] {
  return [
    'def discard(pool):',
    ...after.map(
      ({ operation }) => `    client.${methodName(operation)}(UserPoolId=pool, DeletionProtection="INACTIVE")`,
    ),
    `    client.${methodName(deleteOperation)}(UserPoolId=pool)`,
    '',
    '',
  ];
}

function boto3Action(action: ScriptAction): readonly string[] {
  switch (action.kind) {
    case 'assume-pool':
      return ['pool = "us-east-1_Poolproof"', `names["${poolPlaceholder}"] = pool`];
    case 'create':
      return [
        `made, error, _ = ${boto3Send(createOperation, action.text)}`,
        'if error:',
        '    sys.exit("No pool was created: " + error)',
        action.pool === 1
          ? `pool = names["${poolPlaceholder}"] = made["UserPool"]["Id"]`
          : `other = names["${otherPoolPlaceholder}"] = made["UserPool"]["Id"]`,
      ];
    case 'swap-case':
      return [
        'start, tail = pool.rsplit("_", 1)',
        `names["${otherCasePlaceholder}"] = start + "_" + (tail.swapcase() if tail.swapcase() != tail else tail + "A")`,
      ];
    case 'read-arn':
      return [`names["${arnPlaceholder}"] = describe(pool)["Arn"]`];
    case 'prepare':
      return [boto3Send(action.operation, action.text)];
    case 'describe':
      return action.pool === 1 ? [`${action.when} = describe(pool)`] : [`other_${action.when} = describe(other)`];
    case 'ask':
      return [`answer, error, meta = ${boto3Send(action.operation, action.text)}`];
  }
}

// Three double quotes in a row are nowhere in JSON, so a raw string holds any of it.
function boto3Send(operation: string, text: string): string {
  return `send(client.${methodName(operation)}, r"""\n${text}\n""")`;
}

function boto3Finish(scenario: Scenario, { opening, attempt, condition }: ScriptParts): readonly string[] {
  const { attempts, creation } = scenario;
  const tried = [...attempt, `return ${condition ?? 'None'}`];
  const other = hasOtherPool(scenario);
  const guarded = [
    ...(other ? ['other = None'] : []),
    'try:',
    ...indent(tried, '    '),
    'finally:',
    '    discard(pool)',
    ...(other ? ['    if other: discard(other)'] : []),
  ];
  return [
    'def attempt():',
    ...indent([...opening, ...(creation === null ? tried : guarded)], '    '),
    '',
    '',
    ...(attempts === 1
      ? ['shown = attempt()']
      : ['# It comes and goes, so it is tried several times.', `shown = any(attempt() for _ in range(${attempts}))`]),
    ...(condition === null
      ? ['print("not decided by this script")']
      : ['print("shown" if shown else "not shown")', 'sys.exit(1 if shown else 0)']),
  ];
}

const comparison: ComparisonWords = {
  acceptedAnd: 'error is None and',
  isUnread: (pool) => `${pool} is None`,
  isMissing: (part) => `${part} in (None, "", [], {})`,
  isSame: (left, right) => `${left} == ${right}`,
  isDifferent: (left, right) => `${left} != ${right}`,
  literal: (value) => `json.loads(r"""${JSON.stringify(value)}""")`,
};

function boto3Answer(check: AnswerCheck): string | null {
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
      return null;
  }
}
