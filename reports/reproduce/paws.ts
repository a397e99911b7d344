import { poolPlaceholder, type Scenario, type Step } from './buildScenario.ts';
import { pawsHabits } from './pawsHabits.ts';
import { scenarioSends } from './scenarioSends.ts';
import { unsendable } from './unsendable.ts';

/** An R script (R 4.0 or newer) for paws, or a comment that says why there is none. */
export function paws(scenario: Scenario): string {
  const { notes, clientNotes, endpoint, region, aws, bodies } = scenario;
  const refusal = unsendable(scenario, pawsHabits, '#');
  if (refusal !== null) return refusal;
  const { before, question, after } = scenarioSends(scenario, pawsSend);
  return [
    ...[...notes, ...clientNotes].map((note) => `# ${note}`),
    'client <- paws::cognitoidentityprovider(config = list(',
    ...(aws ? [] : credentials),
    `  region = "${region}",`,
    `  endpoint = ${JSON.stringify(endpoint)}`,
    '))',
    'pool <- client$create_user_pool(PoolName = "poolproof-repro")$UserPool$Id',
    '',
    'send <- function(operation, text) {',
    ...(bodies.runs ? writeOut : []),
    `  filled <- gsub("${poolPlaceholder}", pool, text, fixed = TRUE)`,
    '  request <- jsonlite::fromJSON(filled, simplifyVector = FALSE)',
    '  print(tryCatch(do.call(operation, request), error = identity))',
    '}',
    '',
    'tryCatch({',
    ...before,
    '  # The request in question.',
    ...question,
    '  str(client$describe_user_pool(UserPoolId = pool)$UserPool)',
    '}, finally = {',
    ...after,
    '  client$delete_user_pool(UserPoolId = pool)',
    '})',
    '',
  ].join('\n');
}

const credentials = [
  '  credentials = list(creds = list(',
  '    access_key_id = Sys.getenv("AWS_ACCESS_KEY_ID", "local"),',
  '    secret_access_key = Sys.getenv("AWS_SECRET_ACCESS_KEY", "local")',
  '  )),',
];

const writeOut = [
  '  # Writes "<20001 times a>" as that many characters.',
  '  runs <- gregexpr("<[0-9]+ times [^>]+>", text)',
  '  regmatches(text, runs) <- lapply(regmatches(text, runs), function(run) {',
  '    strrep(sub("^<[0-9]+ times (.+)>$", "\\\\1", run), as.integer(sub("^<([0-9]+) .*$", "\\\\1", run)))',
  '  })',
];

const methods: Readonly<Record<Step['operation'], string>> = {
  UpdateUserPool: 'update_user_pool',
  SetUserPoolMfaConfig: 'set_user_pool_mfa_config',
};

function pawsSend(operation: Step['operation'], text: string): readonly string[] {
  const dashes = freeDashes(text);
  return [`  send(client$${methods[operation]}, r"${dashes}(`, text, `)${dashes}")`];
}

// A raw string of R ends at a parenthesis, its dashes and a quote.
function freeDashes(text: string): string {
  let dashes = '';
  while (text.includes(`)${dashes}"`)) dashes += '-';
  return dashes;
}
