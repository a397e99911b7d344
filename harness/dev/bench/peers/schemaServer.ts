import { isJsonObject, type JsonValue, parsedJson } from '../../../../specs/json.ts';
import type { Shape } from '../../../../specs/shape.ts';
import type { Fetch } from '../../../targets/mock/fetchFrom.ts';

const json = { 'content-type': 'application/x-amz-json-1.1' };

/**
 * A server that follows the OpenAPI document to the letter, in front of one that is the service: every pool exists, and null, which
 * AWS JSON takes for nothing, is refused. A tool that only knows the document would else report what is right, and hide the rest behind it.
 */
export function schemaServer(service: Fetch, input: Shape): Fetch {
  return async (request) => {
    const body = parsedJson(await request.clone().text());
    if (body !== undefined && holdsNull(input, body)) return new Response('{}', { status: 400, headers: json });
    const response = await service(request);
    const error = response.headers.get('x-amzn-errortype') ?? '';
    return error.startsWith('ResourceNotFoundException') ? new Response('{}', { headers: json }) : response;
  };
}

/** Whether a value holds null where its shape has a member; unknown members may be anything. */
export function holdsNull(shape: Shape, value: JsonValue): boolean {
  if (value === null) return true;
  switch (shape.type) {
    case 'structure':
      return (
        isJsonObject(value) && Object.entries(value).some(([name, sent]) => holdsNullIn(shape.members[name], sent))
      );
    case 'list':
      return Array.isArray(value) && value.some((item) => holdsNull(shape.item, item));
    case 'map':
      return isJsonObject(value) && Object.values(value).some((item) => holdsNull(shape.value, item));
    case 'string':
    case 'integer':
    case 'boolean':
      return false;
  }
}

function holdsNullIn(member: Shape | undefined, value: JsonValue): boolean {
  return member !== undefined && holdsNull(member, value);
}
