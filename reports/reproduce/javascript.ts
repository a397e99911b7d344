import { createOperation, deleteOperation, describeOperation } from '../../specs/operation.ts';
import {
  arnPlaceholder,
  otherCasePlaceholder,
  otherPoolPlaceholder,
  poolPlaceholder,
  type Scenario,
} from './buildScenario.ts';
import type { AnswerCheck } from './check.ts';
import { javascriptHabits } from './javascriptHabits.ts';
import { type ComparisonWords, poolComparison } from './poolComparison.ts';
import { indent, type ScriptLanguage, type ScriptParts } from './renderScript.ts';
import type { ScriptAction } from './scriptPlan.ts';

/** Modules for the AWS SDK for JavaScript v3. */
export const javascript: ScriptLanguage = {
  sign: '//',
  habits: javascriptHabits,
  start: javascriptStart,
  print: (heading) => `log('== ${heading}');`,
  act: javascriptAction,
  answerCondition: javascriptAnswer,
  poolCondition: (check) => poolComparison(check, comparison),
  giveUp: (verdict) => [
    "import { log } from 'node:console';",
    "import { exit } from 'node:process';",
    '',
    `log('${verdict}');`,
    'exit(2);',
  ],
  finish: javascriptFinish,
};

function javascriptStart(scenario: Scenario): readonly string[] {
  const { endpoint, region, aws, describes } = scenario;
  return [
    '// Save as reproduce.mjs beside a node_modules with @aws-sdk/client-cognito-identity-provider.',
    "import { log } from 'node:console';",
    `import { ${aws ? '' : 'env, '}exit } from 'node:process';`,
    "import { isDeepStrictEqual } from 'node:util';",
    ...imports(scenario),
    '',
    'const client = new CognitoIdentityProviderClient({',
    `  region: '${region}',`,
    `  endpoint: ${JSON.stringify(endpoint)},`,
    '  maxAttempts: 1,',
    ...(aws ? [] : credentials),
    '});',
    'const names = {};',
    '',
    ...javascriptSendFunction(scenario),
    ...(describes ? describeFunction : []),
  ];
}

const credentials = [
  '  credentials: {',
  "    accessKeyId: env.AWS_ACCESS_KEY_ID ?? 'local',",
  "    secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? 'local',",
  '  },',
];

function imports({ before, after, question, creation }: Scenario): readonly string[] {
  const operations = new Set([
    ...(creation === null ? [] : [createOperation, deleteOperation, describeOperation]),
    question.operation,
    ...[...before, ...after].map(({ operation }) => operation),
  ]);
  return [
    'import {',
    '  CognitoIdentityProviderClient,',
    ...[...operations].toSorted().map((operation) => `  ${operation}Command,`),
    "} from '@aws-sdk/client-cognito-identity-provider';",
  ];
}

function javascriptSendFunction({ bodies }: Scenario): readonly string[] {
  return [
    'async function send(Command, text) {',
    '  let filled = text;',
    ...(bodies.runs
      ? [
          '  // Writes "<20001 times a>" as that many characters.',
          '  filled = filled.replace(/<([0-9]+) times ([^>]+)>/g, (_, count, unit) => unit.repeat(Number(count)));',
        ]
      : []),
    '  for (const [name, value] of Object.entries(names)) filled = filled.replaceAll(name, value);',
    '  log(filled.slice(0, 3000));',
    '  try {',
    '    const output = await client.send(new Command(JSON.parse(filled)));',
    "    log('-> accepted');",
    '    return { output, error: null, status: output.$metadata.httpStatusCode };',
    '  } catch (error) {',
    "    log('->', error.name, error.message);",
    '    return { output: {}, error, status: error.$metadata?.httpStatusCode ?? error.$response?.statusCode ?? null };',
    '  }',
    '}',
    '',
  ];
}

const describeFunction = [
  'async function describe(UserPoolId) {',
  `  const { output } = await send(${describeOperation}Command, JSON.stringify({ UserPoolId }));`,
  '  log(JSON.stringify({ ...output.UserPool, SchemaAttributes: undefined }, null, 1));',
  '  return output.UserPool ?? null;',
  '}',
  'function part(pool, member) {',
  '  let value = pool;',
  "  for (const name of member.split('.').filter(Boolean)) value = value?.[name];",
  '  return value ?? null;',
  '}',
  '',
];

function javascriptAction(action: ScriptAction): readonly string[] {
  switch (action.kind) {
    case 'assume-pool':
      return [`names['${poolPlaceholder}'] = 'us-east-1_Poolproof';`];
    case 'create':
      return action.pool === 1
        ? javascriptCreate('made', 'const pool', poolPlaceholder, action.text)
        : javascriptCreate('more', 'other', otherPoolPlaceholder, action.text);
    case 'swap-case':
      return swapped;
    case 'read-arn':
      return [`names['${arnPlaceholder}'] = (await describe(pool)).Arn;`];
    case 'prepare':
      return [`${javascriptSend(action.operation, action.text)};`];
    case 'describe':
      return action.pool === 1
        ? [`const ${action.when} = await describe(pool);`]
        : [`const other_${action.when} = await describe(other);`];
    case 'ask':
      return [`const { error, status } = ${javascriptSend(action.operation, action.text)};`];
  }
}

// The text has neither back quotes nor `${`, so a raw template holds any of it.
function javascriptSend(operation: string, text: string): string {
  return `await send(${operation}Command, String.raw\`\n${text}\n\`)`;
}

function javascriptCreate(made: string, pool: string, placeholder: string, text: string): readonly string[] {
  return [
    `const ${made} = ${javascriptSend(createOperation, text)};`,
    `if (${made}.error) throw ${made}.error;`,
    `${pool} = names['${placeholder}'] = ${made}.output.UserPool.Id;`,
  ];
}

const swapped = [
  "const start = pool.lastIndexOf('_') + 1;",
  'const tail = [...pool.slice(start)].map((letter) => (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase()));',
  `names['${otherCasePlaceholder}'] = pool.slice(0, start) + tail.join('') + (tail.join('') === pool.slice(start) ? 'A' : '');`,
];

function javascriptFinish(scenario: Scenario, { opening, attempt, condition }: ScriptParts): readonly string[] {
  const { attempts, creation, after } = scenario;
  const tried = [...attempt, `return ${condition ?? 'null'};`];
  const guarded = [
    'let other;',
    'try {',
    ...indent(tried),
    '} finally {',
    '  for (const UserPoolId of [pool, other].filter(Boolean)) {',
    ...after.map(
      ({ operation }) =>
        `    await client.send(new ${operation}Command({ UserPoolId, DeletionProtection: 'INACTIVE' }));`,
    ),
    `    await client.send(new ${deleteOperation}Command({ UserPoolId })).catch((error) => log(error.name));`,
    '  }',
    '}',
  ];
  return [
    'async function attempt() {',
    ...indent([...opening, ...(creation === null ? tried : guarded)]),
    '}',
    '',
    ...(attempts === 1
      ? ['const shown = await attempt();']
      : [
          '// It comes and goes, so it is tried several times.',
          'let shown = false;',
          `for (let turn = 0; turn < ${attempts} && !shown; turn += 1) shown = await attempt();`,
        ]),
    ...(condition === null
      ? ["log('not decided by this script');"]
      : ["log(shown ? 'shown' : 'not shown');", 'exit(shown ? 1 : 0);']),
  ];
}

const comparison: ComparisonWords = {
  acceptedAnd: 'error === null &&',
  isUnread: (pool) => `${pool} === null`,
  isMissing: (part) => `['null', '""', '[]', '{}'].includes(JSON.stringify(${part}))`,
  isSame: (left, right) => `isDeepStrictEqual(${left}, ${right})`,
  isDifferent: (left, right) => `!isDeepStrictEqual(${left}, ${right})`,
  literal: (value) => JSON.stringify(value),
};

function javascriptAnswer(check: AnswerCheck): string | null {
  switch (check.kind) {
    case 'accepted':
      return 'error === null';
    case 'error':
      return `error?.name === ${JSON.stringify(check.name)}`;
    case 'status':
      return `status === ${check.status}`;
    case 'no-answer':
      return 'error !== null && status === null';
    case 'message':
      return `error?.message === ${JSON.stringify(check.text)}`;
    case 'no-message':
      return "['', 'UnknownError'].includes(error?.message)";
    case 'body':
      // A page of markup in place of JSON is an error of its own for this client.
      return check.form === 'markup' ? "error?.name === 'SyntaxError'" : null;
    case 'type':
    case 'no-request-id':
    case 'content-type':
      return null;
  }
}
