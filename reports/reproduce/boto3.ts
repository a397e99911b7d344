import { botocoreHabits } from './botocoreHabits.ts';
import { poolPlaceholder, type Scenario, type Step } from './buildScenario.ts';
import { scenarioSends } from './scenarioSends.ts';
import { unsendable } from './unsendable.ts';

/** A Python script for boto3, or a comment that says why there is none. */
export function boto3(scenario: Scenario): string {
  const { notes, clientNotes, endpoint, region, aws, bodies } = scenario;
  const refusal = unsendable(scenario, botocoreHabits, '#');
  if (refusal !== null) return refusal;
  const { before, question, after } = scenarioSends(scenario, boto3Send);
  return [
    ...[...notes, ...clientNotes].map((note) => `# ${note}`),
    'import json',
    'import os',
    ...(bodies.runs ? ['import re'] : []),
    '',
    'import boto3',
    'from botocore.config import Config',
    'from botocore.exceptions import ClientError',
    '',
    'client = boto3.client(',
    '    "cognito-idp",',
    `    region_name="${region}",`,
    `    endpoint_url=${JSON.stringify(endpoint)},`,
    '    config=Config(retries={"total_max_attempts": 1}),',
    ...(aws ? [] : credentials),
    ')',
    'pool = client.create_user_pool(PoolName="poolproof-repro")["UserPool"]["Id"]',
    '',
    '',
    'def send(operation, text):',
    ...(bodies.runs ? writeOut : []),
    `    request = json.loads(text.replace("${poolPlaceholder}", pool))`,
    '    try:',
    '        print(operation(**request))',
    '    except ClientError as error:',
    '        print(error.response)',
    '',
    '',
    'try:',
    ...before,
    '    # The request in question.',
    ...question,
    '    print(client.describe_user_pool(UserPoolId=pool)["UserPool"])',
    'finally:',
    ...after,
    '    client.delete_user_pool(UserPoolId=pool)',
    '',
  ].join('\n');
}

const credentials = [
  '    aws_access_key_id=os.environ.get("AWS_ACCESS_KEY_ID", "local"),',
  '    aws_secret_access_key=os.environ.get("AWS_SECRET_ACCESS_KEY", "local"),',
];

const writeOut = [
  '    # Writes "<20001 times a>" as that many characters.',
  '    text = re.sub(r"<(\\d+) times ([^>]+)>", lambda run: run[2] * int(run[1]), text)',
];

const methods: Readonly<Record<Step['operation'], string>> = {
  UpdateUserPool: 'update_user_pool',
  SetUserPoolMfaConfig: 'set_user_pool_mfa_config',
};

// Three double quotes in a row are nowhere in JSON, so a raw string holds any of it.
function boto3Send(operation: Step['operation'], text: string): readonly string[] {
  return [`    send(client.${methods[operation]}, r"""`, text, '""")'];
}
