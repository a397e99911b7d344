import type { RequestForm } from '../../../specs/clause.ts';
import { testedOperation } from '../../../specs/operation.ts';
import type { Fetch } from '../mock/fetchFrom.ts';
import type { Mutant } from './mutant.ts';

/** Servers that fail on requests that no SDK sends. */
export function formMutants(): readonly Mutant[] {
  return formFaults.map(({ name, form, says, meets, instead }) => ({
    id: `${formGroup(form)}/${name}`,
    group: formGroup(form),
    member: '',
    clause: `wire.${form}`,
    says,
    alteration: {
      fetch: (usual: Fetch) => async (request: Request) => {
        const text = await request.clone().text();
        return meets(text, request) ? instead() : usual(request);
      },
    },
  }));
}

// Strange members are sent in the phase fuzz too.
function formGroup(form: RequestForm): 'form' | 'wire' {
  return form === 'unknown-members' ? 'wire' : 'form';
}

interface FormFault {
  readonly name: string;
  readonly form: RequestForm;
  readonly says: string;
  readonly meets: (text: string, request: Request) => boolean;
  readonly instead: () => Response | Promise<Response>;
}

const crash = () => new Response('{"message":"Internal server error"}', { status: 500 });
const accept = () =>
  new Response('{}', { headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': 'accepted' } });
const silence = () => new Promise<Response>(() => {});

const formFaults: readonly FormFault[] = [
  formFault(
    'no-json/crash',
    'no-json',
    'A body that is not JSON brings it down.',
    (text) => hasContent(text) && !isJson(text),
    crash,
  ),
  formFault(
    'no-json/accepted',
    'no-json',
    'A body that is not JSON is accepted.',
    (text) => hasContent(text) && !isJson(text),
    accept,
  ),
  formFault(
    'no-json/words-behind',
    'no-json',
    'Words behind the object are passed over.',
    (text) => /}\s*[^\s}]+$/.test(text) && !isJson(text),
    accept,
  ),
  formFault(
    'no-object/accepted',
    'no-object',
    'A list for a body is accepted.',
    (text) => text.startsWith('['),
    accept,
  ),
  formFault('empty-body/accepted', 'empty-body', 'An empty body is accepted.', (text) => text === '', accept),
  formFault(
    'unusual-json/deep',
    'unusual-json',
    'A deep body brings it down.',
    (text) => /[[{]{4000}|({"a":){4000}/.test(text),
    crash,
  ),
  formFault(
    'unusual-json/lone-surrogate',
    'unusual-json',
    'Half a character brings it down.',
    (text) => text.includes('\\ud800'),
    crash,
  ),
  formFault(
    'unusual-json/bytes',
    'unusual-json',
    'Bytes that are not UTF-8 bring it down.',
    (text) => text.includes('\uFFFD'),
    crash,
  ),
  formFault(
    'unknown-members/crash',
    'unknown-members',
    'A strange member brings it down.',
    (text) => text.includes('"Strange"'),
    crash,
  ),
  formFault(
    'headers/content-type',
    'headers',
    'A form brings it down.',
    (_text, { headers }) => /form/.test(headers.get('content-type') ?? ''),
    crash,
  ),
  formFault('method/crash', 'method', 'PUT brings it down.', (_text, { method }) => method === 'PUT', crash),
  formFault(
    'path/crash',
    'path',
    'Another path brings it down.',
    (_text, { url }) => new URL(url).pathname !== '/',
    crash,
  ),
  formFault(
    'encoding/gzip',
    'encoding',
    'A compressed body brings it down.',
    (_text, { headers }) => headers.get('content-encoding') === 'gzip',
    crash,
  ),
  formFault(
    'unknown-operation/accepted',
    'unknown-operation',
    'An operation that does not exist is accepted.',
    (_text, { headers }) => headers.get('x-amz-target')?.endsWith(`.${testedOperation}Entirely`) ?? false,
    accept,
  ),
  formFault(
    'unknown-operation/lower-case',
    'unknown-operation',
    'The name of an operation is read in any case.',
    (_text, { headers }) => headers.get('x-amz-target')?.endsWith(`.${testedOperation.toLowerCase()}`) ?? false,
    accept,
  ),
  formFault(
    'unknown-operation/other-service',
    'unknown-operation',
    'An operation of another service is accepted.',
    (_text, { headers }) => headers.get('x-amz-target') === `AWSCognitoIdentityService.${testedOperation}`,
    accept,
  ),
  formFault(
    'unknown-operation/last-part',
    'unknown-operation',
    'What stands before the last dot does not count.',
    (_text, { headers }) => /\.\w+\.\w+$/.test(headers.get('x-amz-target') ?? ''),
    accept,
  ),
  formFault(
    'signature/crash',
    'signature',
    'A request without a signature brings it down.',
    (_text, { headers }) => headers.get('authorization') === null,
    crash,
  ),
  formFault(
    'size/silence',
    'size',
    'To a body of two megabytes it answers nothing.',
    (text) => text.length > 2_000_000,
    silence,
  ),
];

function formFault(
  name: string,
  form: RequestForm,
  says: string,
  meets: FormFault['meets'],
  instead: FormFault['instead'],
): FormFault {
  return { name, form, says, meets, instead };
}

function hasContent(text: string): boolean {
  return text.trim() !== '';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
