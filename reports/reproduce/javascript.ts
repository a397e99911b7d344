import { createOperation, deleteOperation, describeOperation, testedOperation } from '../../specs/operation.ts';
import { poolPlaceholder, type Scenario, type Step } from './buildScenario.ts';
import { javascriptHabits } from './javascriptHabits.ts';
import { scenarioSends } from './scenarioSends.ts';

import { unsendable } from './unsendable.ts';

/** A module for the AWS SDK for JavaScript v3, or a comment that says why there is none. */
export function javascript(scenario: Scenario): string {
  const { notes, clientNotes, endpoint, region, aws, bodies } = scenario;
  const refusal = unsendable(scenario, javascriptHabits, '//');
  if (refusal !== null) return refusal;
  const { before, question, after } = scenarioSends(scenario, javascriptSend);
  return [
    ...[...notes, ...clientNotes].map((note) => `// ${note}`),
    '// Save as reproduce.mjs.',
    "import { dir, log } from 'node:console';",
    ...(aws ? [] : ["import { env } from 'node:process';"]),
    ...imports([...scenario.before, ...scenario.after]),
    '',
    'const client = new CognitoIdentityProviderClient({',
    `  region: '${region}',`,
    `  endpoint: ${JSON.stringify(endpoint)},`,
    '  maxAttempts: 1,',
    ...(aws ? [] : credentials),
    '});',
    "const created = await client.send(new CreateUserPoolCommand({ PoolName: 'poolproof-repro' }));",
    'const UserPoolId = created.UserPool.Id;',
    '',
    'async function send(Command, text) {',
    ...(bodies.runs ? writeOut : []),
    `  const request = JSON.parse(${bodies.runs ? 'whole' : 'text'}.replaceAll('${poolPlaceholder}', UserPoolId));`,
    '  log(await client.send(new Command(request)).catch((error) => error));',
    '}',
    '',
    'try {',
    ...before,
    '  // The request in question.',
    ...question,
    '  dir(await client.send(new DescribeUserPoolCommand({ UserPoolId })), { depth: null });',
    '} finally {',
    ...after,
    '  await client.send(new DeleteUserPoolCommand({ UserPoolId }));',
    '}',
    '',
  ].join('\n');
}

const credentials = [
  '  credentials: {',
  "    accessKeyId: env.AWS_ACCESS_KEY_ID ?? 'local',",
  "    secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? 'local',",
  '  },',
];

const writeOut = [
  '  // Writes "<20001 times a>" as that many characters.',
  '  const whole = text.replace(/<([0-9]+) times ([^>]+)>/g, (_, count, unit) => unit.repeat(Number(count)));',
];

function imports(steps: readonly Step[]): readonly string[] {
  const operations = new Set([
    createOperation,
    deleteOperation,
    describeOperation,
    testedOperation,
    ...steps.map(({ operation }) => operation),
  ]);
  return [
    'import {',
    '  CognitoIdentityProviderClient,',
    ...[...operations].toSorted().map((operation) => `  ${operation}Command,`),
    "} from '@aws-sdk/client-cognito-identity-provider';",
  ];
}

// The text has neither back quotes nor `${`, so a raw template holds any of it.
function javascriptSend(operation: Step['operation'], text: string): readonly string[] {
  return [`  await send(${operation}Command, String.raw\``, text, '`);'];
}
