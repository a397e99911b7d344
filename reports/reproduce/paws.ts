import { kebabPath } from '../../specs/member.ts';
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
import { pawsHabits } from './pawsHabits.ts';
import { unsendable } from './unsendable.ts';

/** An R script (R 4.0 or newer) for paws, or a comment that says why there is none. */
export function paws(scenario: Scenario): string {
  const { notes, clientNotes, endpoint, region, aws, attempts, check } = scenario;
  const refusal = unsendable(scenario, pawsHabits, cannotShow, '#');
  if (refusal !== null) return refusal;
  return [
    ...[...notes, ...clientNotes].map((note) => `# ${note}`),
    'client <- paws::cognitoidentityprovider(config = list(',
    ...(aws ? [] : credentials),
    `  region = "${region}",`,
    `  endpoint = ${JSON.stringify(endpoint)}`,
    '))',
    'names <- list()',
    'json <- function(text) jsonlite::fromJSON(text, simplifyVector = FALSE)',
    'same <- function(left, right) identical(jsonlite::toJSON(left, auto_unbox = TRUE), jsonlite::toJSON(right, auto_unbox = TRUE))',
    '',
    ...sendFunction(scenario),
    ...(scenario.describes ? describeFunction : []),
    'attempt <- function() {',
    ...steps(scenario),
    '}',
    '',
    ...(attempts === 1
      ? ['shown <- attempt()']
      : [
          '# It comes and goes, so it is tried several times.',
          'shown <- FALSE',
          `for (turn in seq_len(${attempts})) if (!shown) shown <- attempt()`,
        ]),
    ...(check === null
      ? ['cat("not decided by this script\\n")']
      : ['cat(if (isTRUE(shown)) "shown\\n" else "not shown\\n")', 'quit(status = if (isTRUE(shown)) 1 else 0)']),
    '',
  ].join('\n');
}

function cannotShow(scenario: Scenario): string | null {
  const kind = scenario.check?.kind;
  return kind === 'no-request-id' || kind === 'no-message' || kind === 'message'
    ? 'The finding is about the form of the answer, which this client does not show.'
    : hiddenForm(scenario);
}

const credentials = [
  '  credentials = list(creds = list(',
  '    access_key_id = Sys.getenv("AWS_ACCESS_KEY_ID", "local"),',
  '    secret_access_key = Sys.getenv("AWS_SECRET_ACCESS_KEY", "local")',
  '  )),',
];

const expansion = [
  '  # Writes "<20001 times a>" as that many characters.',
  '  runs <- gregexpr("<[0-9]+ times [^>]+>", text)',
  '  regmatches(text, runs) <- lapply(regmatches(text, runs), function(run) {',
  '    strrep(sub("^<[0-9]+ times (.+)>$", "\\\\1", run), as.integer(sub("^<([0-9]+) .*$", "\\\\1", run)))',
  '  })',
];

function sendFunction({ bodies }: Scenario): readonly string[] {
  return [
    'send <- function(operation, text) {',
    ...(bodies.runs ? expansion : []),
    '  for (name in names(names)) text <- gsub(name, names[[name]], text, fixed = TRUE)',
    '  cat(substr(text, 1, 3000), "\\n")',
    '  answer <- tryCatch(list(output = do.call(operation, json(text)), error = ""), error = function(failure) {',
    '    list(output = list(), error = conditionMessage(failure))',
    '  })',
    '  cat("->", if (answer$error == "") "accepted" else answer$error, "\\n")',
    '  answer',
    '}',
    '',
  ];
}

const describeFunction = [
  'describe <- function(pool) {',
  `  shown <- tryCatch(client$${methodOf(describeOperation)}(UserPoolId = pool)$UserPool, error = function(failure) NULL)`,
  '  str(shown)',
  '  shown',
  '}',
  'part <- function(pool, member) {',
  '  for (name in strsplit(member, ".", fixed = TRUE)[[1]]) pool <- pool[[name]]',
  '  pool',
  '}',
  '',
];

function methodOf(operation: ScriptStep['operation']): string {
  return operation === 'SetUserPoolMfaConfig' ? 'set_user_pool_mfa_config' : kebabPath(operation).replaceAll('-', '_');
}

function steps(scenario: Scenario): readonly string[] {
  const { creation, before, after, bodies } = scenario;
  const placeholders = placeholdersIn(scenario);
  const hasOther = before.some(({ operation, pool }) => operation === createOperation && pool === 2);
  if (creation === null) return [`  names[["${poolPlaceholder}"]] <<- "us-east-1_Poolproof"`, ...question(scenario)];
  return [
    '  cat("== A pool is made with\\n")',
    ...creationOf('pool', poolPlaceholder, bodies.creation),
    ...(placeholders.has(otherCasePlaceholder) ? swapped : []),
    ...(placeholders.has(arnPlaceholder) ? [`  names[["${arnPlaceholder}"]] <<- describe(pool)$Arn`] : []),
    '  tryCatch({',
    ...before.flatMap((step, index) => sendStep(step, bodies.before[index] ?? '', bodies.creation)),
    ...question(scenario),
    '  }, finally = {',
    ...after.map(
      ({ operation }) => `    client$${methodOf(operation)}(UserPoolId = pool, DeletionProtection = "INACTIVE")`,
    ),
    `    client$${methodOf(deleteOperation)}(UserPoolId = pool)`,
    ...(hasOther ? [`    client$${methodOf(deleteOperation)}(UserPoolId = other)`] : []),
    '  })',
  ];
}

const swapped = [
  '  tail <- sub("^.*_", "", pool)',
  '  other_case <- chartr(paste(c(letters, LETTERS), collapse = ""), paste(c(LETTERS, letters), collapse = ""), tail)',
  `  names[["${otherCasePlaceholder}"]] <<- paste0(sub("_[^_]*$", "_", pool), other_case, if (other_case == tail) "A" else "")`,
];

function creationOf(name: string, placeholder: string, body: string): readonly string[] {
  const dashes = freeDashes(body);
  return [
    `  made <- send(client$${methodOf(createOperation)}, r"${dashes}(`,
    body,
    `)${dashes}")`,
    '  if (made$error != "") stop("No pool was created: ", made$error)',
    `  ${name} <- made$output$UserPool$Id`,
    `  names[["${placeholder}"]] <<- ${name}`,
  ];
}

function sendStep({ operation, pool }: ScriptStep, text: string, creation: string): readonly string[] {
  if (operation === createOperation)
    return pool === 1
      ? []
      : ['  cat("== Another pool is made with\\n")', ...creationOf('other', otherPoolPlaceholder, creation)];
  return [`  cat("== First ${operation} with\\n")`, ...pawsSend(operation, text, '')];
}

function pawsSend(operation: ScriptStep['operation'], text: string, result: string): readonly string[] {
  const dashes = freeDashes(text);
  return [`  ${result}send(client$${methodOf(operation)}, r"${dashes}(`, text, `)${dashes}")`];
}

// A raw string of R ends at a parenthesis, its dashes and a quote.
function freeDashes(text: string): string {
  let dashes = '';
  while (text.includes(`)${dashes}"`)) dashes += '-';
  return dashes;
}

function question(scenario: Scenario): readonly string[] {
  const { question: asked, describes, check, before, bodies } = scenario;
  const looksAtOther = before.some(({ pool }) => pool === 2);
  const look = (which: string) => [
    ...(describes ? [`  cat("== The pool ${which} the request\\n")`, `  ${which} <- describe(pool)`] : []),
    ...(describes && looksAtOther
      ? [`  cat("== The other pool ${which} the request\\n")`, `  other_${which} <- describe(other)`]
      : []),
  ];
  return [
    ...look('before'),
    `  cat("== The request in question: ${asked.operation} with\\n")`,
    ...pawsSend(asked.operation, bodies.request, 'answer <- '),
    ...look('after'),
    `  ${check === null ? 'NULL' : conditionOf(check)}`,
  ];
}

function conditionOf(check: AnswerCheck | PoolCheck): string {
  return 'pool' in check ? poolCondition(check) : answerCondition(check);
}

// paws words an error as "InvalidParameterException (HTTP 400). The message".
function answerCondition(check: AnswerCheck): string {
  switch (check.kind) {
    case 'accepted':
      return 'answer$error == ""';
    case 'error':
      return `startsWith(answer$error, ${JSON.stringify(`${check.name} (HTTP `)})`;
    case 'status':
      return check.status < 300 ? 'answer$error == ""' : `grepl("(HTTP ${check.status})", answer$error, fixed = TRUE)`;
    case 'no-answer':
      return 'answer$error != "" && !grepl("(HTTP [0-9]+)", answer$error)';
    case 'message':
    case 'no-message':
    case 'no-request-id':
    case 'body':
    case 'type':
    case 'content-type':
      return 'NA';
  }
}

function poolCondition(check: PoolCheck): string {
  if (check.kind === 'unreadable') return 'is.null(after)';
  const prefix = check.pool === 2 ? 'other_' : '';
  const name = JSON.stringify(check.member);
  const [old, now] = [`part(${prefix}before, ${name})`, `part(${prefix}after, ${name})`];
  switch (check.kind) {
    case 'absent':
      return `answer$error == "" && length(unlist(${now})) == 0 || same(${now}, "")`;
    case 'unchanged':
      return `answer$error == "" && same(${old}, ${now})`;
    case 'changed':
      return `!same(${old}, ${now})`;
    case 'shows': {
      const dashes = freeDashes(JSON.stringify([check.value]));
      return `answer$error == "" && same(${now}, json(r"${dashes}(${JSON.stringify([check.value])})${dashes}")[[1]])`;
    }
    case 'date-form':
    case 'backwards':
      return `${now} < ${old}`;
  }
}
