import { jsonText } from '../text/jsonText.ts';
import { javascriptHabits } from './javascriptHabits.ts';
import { poolPlaceholder, type Scenario, type Step } from './scenario.ts';
import { shortened } from './shortened.ts';
import { unsendable } from './unsendable.ts';

/** A module for the AWS SDK for JavaScript v3, or a comment that says why there is none. */
export function javascript(scenario: Scenario): string {
  const { notes, endpoint, region, aws, before, request, after } = scenario;
  const refusal = unsendable(scenario, javascriptHabits, '//');
  if (refusal !== null || typeof request === 'string') return refusal ?? '';
  const steps = [...before, { operation: 'UpdateUserPool', body: request } as const, ...after];
  const { texts, runs } = shortened(steps.map(({ body }) => jsonText(body)));
  const sends = steps.map((step, index) => send(step, texts[index] ?? ''));
  return [
    ...notes.map((note) => `// ${note}`),
    '// Save as reproduce.mjs.',
    "import { dir, log } from 'node:console';",
    ...(aws ? [] : ["import { env } from 'node:process';"]),
    ...imports(steps),
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
    ...(runs ? writeOut : []),
    `  const request = JSON.parse(${runs ? 'whole' : 'text'}.replaceAll('${poolPlaceholder}', UserPoolId));`,
    '  log(await client.send(new Command(request)).catch((error) => error));',
    '}',
    '',
    'try {',
    ...sends.slice(0, before.length).flat(),
    '  // The request in question.',
    ...(sends[before.length] ?? []),
    '  dir(await client.send(new DescribeUserPoolCommand({ UserPoolId })), { depth: null });',
    '} finally {',
    ...sends.slice(before.length + 1).flat(),
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
    'CreateUserPool',
    'DeleteUserPool',
    'DescribeUserPool',
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
function send({ operation }: Step, text: string): readonly string[] {
  return [`  await send(${operation}Command, String.raw\``, text, '`);'];
}
