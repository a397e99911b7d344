import { createOperation, deleteOperation, describeOperation } from '../../specs/operation.ts';
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
import { javascriptHabits } from './javascriptHabits.ts';
import { unsendable } from './unsendable.ts';

/** A module for the AWS SDK for JavaScript v3, or a comment that says why there is none. */
export function javascript(scenario: Scenario): string {
  const { notes, clientNotes, endpoint, region, aws, attempts, check } = scenario;
  const refusal = unsendable(scenario, javascriptHabits, cannotShow, '//');
  if (refusal !== null) return refusal;
  return [
    ...[...notes, ...clientNotes].map((note) => `// ${note}`),
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
    ...sendFunction(scenario),
    ...(scenario.describes ? describeFunction : []),
    'async function attempt() {',
    ...steps(scenario),
    '}',
    '',
    ...(attempts === 1
      ? ['const shown = await attempt();']
      : [
          '// It comes and goes, so it is tried several times.',
          'let shown = false;',
          `for (let turn = 0; turn < ${attempts} && !shown; turn += 1) shown = await attempt();`,
        ]),
    ...(check === null
      ? ["log('not decided by this script');"]
      : ["log(shown ? 'shown' : 'not shown');", 'exit(shown ? 1 : 0);']),
    '',
  ].join('\n');
}

// A page of markup in place of JSON is an error of its own for this client.
function cannotShow(scenario: Scenario): string | null {
  const { check } = scenario;
  if (check?.kind === 'body' && check.form === 'markup') return null;
  if (check?.kind === 'no-request-id') return 'The finding is about a header, which this client does not show.';
  return hiddenForm(scenario);
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

function sendFunction({ bodies }: Scenario): readonly string[] {
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

function steps(scenario: Scenario): readonly string[] {
  const { creation, before, after, bodies } = scenario;
  const placeholders = placeholdersIn(scenario);
  if (creation === null) return [`  names['${poolPlaceholder}'] = 'us-east-1_Poolproof';`, ...question(scenario)];
  return [
    "  log('== A pool is made with');",
    ...creationOf('pool', poolPlaceholder, bodies.creation),
    ...(placeholders.has(otherCasePlaceholder) ? swapped : []),
    ...(placeholders.has(arnPlaceholder) ? [`  names['${arnPlaceholder}'] = (await describe(pool)).Arn;`] : []),
    '  let other;',
    '  try {',
    ...before.flatMap((step, index) => sendStep(step, bodies.before[index] ?? '', bodies.creation)),
    ...question(scenario),
    '  } finally {',
    '    for (const UserPoolId of [pool, other].filter(Boolean)) {',
    ...after.map(
      ({ operation }) =>
        `      await client.send(new ${operation}Command({ UserPoolId, DeletionProtection: 'INACTIVE' }));`,
    ),
    `      await client.send(new ${deleteOperation}Command({ UserPoolId })).catch((error) => log(error.name));`,
    '    }',
    '  }',
  ];
}

const swapped = [
  "  const start = pool.lastIndexOf('_') + 1;",
  '  const tail = [...pool.slice(start)].map((letter) => (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase()));',
  `  names['${otherCasePlaceholder}'] = pool.slice(0, start) + tail.join('') + (tail.join('') === pool.slice(start) ? 'A' : '');`,
];

function creationOf(name: string, placeholder: string, body: string): readonly string[] {
  const declared = name === 'pool' ? 'const made' : 'const more';
  const made = name === 'pool' ? 'made' : 'more';
  return [
    `  ${declared} = await send(${createOperation}Command, String.raw\``,
    body,
    '`);',
    `  if (${made}.error) throw ${made}.error;`,
    name === 'pool' ? `  const pool = ${made}.output.UserPool.Id;` : `  other = ${made}.output.UserPool.Id;`,
    `  names['${placeholder}'] = ${name};`,
  ];
}

// The text has neither back quotes nor `${`, so a raw template holds any of it.
function sendStep({ operation, pool }: ScriptStep, text: string, creation: string): readonly string[] {
  if (operation === createOperation)
    return pool === 1
      ? []
      : ["  log('== Another pool is made with');", ...creationOf('other', otherPoolPlaceholder, creation)];
  return [`  log('== First ${operation} with');`, `  await send(${operation}Command, String.raw\``, text, '`);'];
}

function question(scenario: Scenario): readonly string[] {
  const { question: asked, describes, check, before, bodies } = scenario;
  const looksAtOther = before.some(({ pool }) => pool === 2);
  const look = (which: string) => [
    ...(describes ? [`  log('== The pool ${which} the request');`, `  const ${which} = await describe(pool);`] : []),
    ...(describes && looksAtOther
      ? [`  log('== The other pool ${which} the request');`, `  const other_${which} = await describe(other);`]
      : []),
  ];
  return [
    ...look('before'),
    `  log('== The request in question: ${asked.operation} with');`,
    `  const { error, status } = await send(${asked.operation}Command, String.raw\``,
    bodies.request,
    '`);',
    ...look('after'),
    `  return ${check === null ? 'null' : conditionOf(check)};`,
  ];
}

function conditionOf(check: AnswerCheck | PoolCheck): string {
  return 'pool' in check ? poolCondition(check) : answerCondition(check);
}

function answerCondition(check: AnswerCheck): string {
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
      return "error?.name === 'SyntaxError'";
    case 'type':
    case 'no-request-id':
    case 'content-type':
      return 'null';
  }
}

function poolCondition(check: PoolCheck): string {
  if (check.kind === 'unreadable') return 'after === null';
  const prefix = check.pool === 2 ? 'other_' : '';
  const name = JSON.stringify(check.member);
  const [old, now] = [`part(${prefix}before, ${name})`, `part(${prefix}after, ${name})`];
  switch (check.kind) {
    case 'absent':
      return `error === null && ['null', '""', '[]', '{}'].includes(JSON.stringify(${now}))`;
    case 'unchanged':
      return `error === null && isDeepStrictEqual(${old}, ${now})`;
    case 'changed':
      return `!isDeepStrictEqual(${old}, ${now})`;
    case 'shows':
      return `error === null && isDeepStrictEqual(${now}, ${JSON.stringify(check.value)})`;
    case 'date-form':
    case 'backwards':
      return `${now} < ${old}`;
  }
}
