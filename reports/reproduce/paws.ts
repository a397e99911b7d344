import { createOperation, deleteOperation, describeOperation } from '../../specs/operation.ts';
import {
  arnPlaceholder,
  otherCasePlaceholder,
  otherPoolPlaceholder,
  poolPlaceholder,
  type Scenario,
} from './buildScenario.ts';
import type { AnswerCheck } from './check.ts';
import { methodName } from './methodName.ts';
import { pawsHabits } from './pawsHabits.ts';
import { type ComparisonWords, poolComparison } from './poolComparison.ts';
import { indent, type ScriptLanguage, type ScriptParts } from './renderScript.ts';
import { hasOtherPool, type ScriptAction } from './scriptPlan.ts';

/** R scripts (R 4.0 or newer) for paws. */
export const paws: ScriptLanguage = {
  sign: '#',
  habits: pawsHabits,
  start: pawsStart,
  print: (heading) => `cat("== ${heading}\\n")`,
  act: pawsAction,
  answerCondition: pawsAnswer,
  poolCondition: (check) => poolComparison(check, comparison),
  giveUp: (verdict) => [`cat("${verdict}\\n")`, 'quit(status = 2)'],
  finish: pawsFinish,
};

function pawsStart(scenario: Scenario): readonly string[] {
  const { endpoint, region, aws, describes } = scenario;
  return [
    'client <- paws::cognitoidentityprovider(config = list(',
    ...(aws ? [] : credentials),
    `  region = "${region}",`,
    `  endpoint = ${JSON.stringify(endpoint)}`,
    '))',
    'names <- list()',
    'json <- function(text) jsonlite::fromJSON(text, simplifyVector = FALSE)',
    'same <- function(left, right) identical(jsonlite::toJSON(left, auto_unbox = TRUE), jsonlite::toJSON(right, auto_unbox = TRUE))',
    '',
    ...pawsSendFunction(scenario),
    ...(describes ? describeFunction : []),
  ];
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

function pawsSendFunction({ bodies }: Scenario): readonly string[] {
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
  `  shown <- tryCatch(client$${methodName(describeOperation)}(UserPoolId = pool)$UserPool, error = function(failure) NULL)`,
  '  str(shown)',
  '  shown',
  '}',
  'part <- function(pool, member) {',
  '  for (name in strsplit(member, ".", fixed = TRUE)[[1]]) pool <- pool[[name]]',
  '  pool',
  '}',
  '',
];

function pawsAction(action: ScriptAction): readonly string[] {
  switch (action.kind) {
    case 'assume-pool':
      return [`names[["${poolPlaceholder}"]] <<- "us-east-1_Poolproof"`];
    case 'create':
      return action.pool === 1
        ? pawsCreate('pool', poolPlaceholder, action.text)
        : pawsCreate('other', otherPoolPlaceholder, action.text);
    case 'swap-case':
      return swapped;
    case 'read-arn':
      return [`names[["${arnPlaceholder}"]] <<- describe(pool)$Arn`];
    case 'prepare':
      return [pawsSend(action.operation, action.text)];
    case 'describe':
      return action.pool === 1 ? [`${action.when} <- describe(pool)`] : [`other_${action.when} <- describe(other)`];
    case 'ask':
      return [`answer <- ${pawsSend(action.operation, action.text)}`];
  }
}

const swapped = [
  'tail <- sub("^.*_", "", pool)',
  'other_case <- chartr(paste(c(letters, LETTERS), collapse = ""), paste(c(LETTERS, letters), collapse = ""), tail)',
  `names[["${otherCasePlaceholder}"]] <<- paste0(sub("_[^_]*$", "_", pool), other_case, if (other_case == tail) "A" else "")`,
];

function pawsCreate(name: string, placeholder: string, text: string): readonly string[] {
  return [
    `made <- ${pawsSend(createOperation, text)}`,
    'if (made$error != "") stop("No pool was created: ", made$error)',
    `${name} <- made$output$UserPool$Id`,
    `names[["${placeholder}"]] <<- ${name}`,
  ];
}

function pawsSend(operation: string, text: string): string {
  return `send(client$${methodName(operation)}, ${rawString(`\n${text}\n`)})`;
}

function rawString(text: string): string {
  const dashes = freeDashes(text);
  return `r"${dashes}(${text})${dashes}"`;
}

// A raw string of R ends at a parenthesis, its dashes and a quote.
function freeDashes(text: string): string {
  let dashes = '';
  while (text.includes(`)${dashes}"`)) dashes += '-';
  return dashes;
}

function pawsFinish(scenario: Scenario, { opening, attempt, condition }: ScriptParts): readonly string[] {
  const { attempts, creation, after } = scenario;
  const tried = [...attempt, condition ?? 'NULL'];
  const guarded = [
    'tryCatch({',
    ...indent(tried),
    '}, finally = {',
    ...after.map(
      ({ operation }) => `  client$${methodName(operation)}(UserPoolId = pool, DeletionProtection = "INACTIVE")`,
    ),
    `  client$${methodName(deleteOperation)}(UserPoolId = pool)`,
    ...(hasOtherPool(scenario) ? [`  client$${methodName(deleteOperation)}(UserPoolId = other)`] : []),
    '})',
  ];
  return [
    'attempt <- function() {',
    ...indent([...opening, ...(creation === null ? tried : guarded)]),
    '}',
    '',
    ...(attempts === 1
      ? ['shown <- attempt()']
      : [
          '# It comes and goes, so it is tried several times.',
          'shown <- FALSE',
          `for (turn in seq_len(${attempts})) if (!shown) shown <- attempt()`,
        ]),
    ...(condition === null
      ? ['cat("not decided by this script\\n")']
      : ['cat(if (isTRUE(shown)) "shown\\n" else "not shown\\n")', 'quit(status = if (isTRUE(shown)) 1 else 0)']),
  ];
}

const comparison: ComparisonWords = {
  acceptedAnd: 'answer$error == "" &&',
  isUnread: (pool) => `is.null(${pool})`,
  isMissing: (part) => `(length(unlist(${part})) == 0 || same(${part}, ""))`,
  isSame: (left, right) => `same(${left}, ${right})`,
  isDifferent: (left, right) => `!same(${left}, ${right})`,
  literal: (value) => `json(${rawString(JSON.stringify([value]))})[[1]]`,
};

// paws words an error as "InvalidParameterException (HTTP 400). The message".
function pawsAnswer(check: AnswerCheck): string | null {
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
      return null;
  }
}
