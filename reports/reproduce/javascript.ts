import { jsonText } from '../text/jsonText.ts';
import { javascriptHabits } from './javascriptHabits.ts';
import { poolPlaceholder, type Scenario, type Step } from './scenario.ts';
import { unsendable } from './unsendable.ts';

/** A module for the AWS SDK for JavaScript v3, or a comment that says why there is none. */
export function javascript(scenario: Scenario): string {
  const { notes, endpoint, region, aws, before, request, after } = scenario;
  const refusal = unsendable(scenario, javascriptHabits, '//');
  if (refusal !== null || typeof request === 'string') return refusal ?? '';
  const sends = [...before, { operation: 'UpdateUserPool', body: request } as const, ...after];
  return [
    ...notes.map((note) => `// ${note}`),
    '// Save as reproduce.mjs.',
    "import { dir, log } from 'node:console';",
    ...(aws ? [] : ["import { env } from 'node:process';"]),
    ...imports(sends),
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
    `  const request = JSON.parse(text.replaceAll('${poolPlaceholder}', UserPoolId));`,
    '  log(await client.send(new Command(request)).catch((error) => error));',
    '}',
    '',
    'try {',
    ...before.flatMap(send),
    '  // The request in question.',
    ...send({ operation: 'UpdateUserPool', body: request }),
    '  dir(await client.send(new DescribeUserPoolCommand({ UserPoolId })), { depth: null });',
    '} finally {',
    ...after.flatMap(send),
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

function imports(sends: readonly Step[]): readonly string[] {
  const operations = new Set([
    'CreateUserPool',
    'DeleteUserPool',
    'DescribeUserPool',
    ...sends.map((s) => s.operation),
  ]);
  return [
    'import {',
    '  CognitoIdentityProviderClient,',
    ...[...operations].toSorted().map((operation) => `  ${operation}Command,`),
    "} from '@aws-sdk/client-cognito-identity-provider';",
  ];
}

// The text has neither back quotes nor `${`, so a raw template holds any of it.
function send({ operation, body }: Step): readonly string[] {
  return [`  await send(${operation}Command, String.raw\``, jsonText(body), '`);'];
}
