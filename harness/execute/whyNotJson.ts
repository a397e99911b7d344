import { boundedText } from '../record/bounded.ts';
import type { Answered } from '../transport/answer.ts';
import { isTooDeep } from '../transport/readAnswer.ts';

/** Why a body that should be JSON cannot be read as JSON; undefined where it can be read, or is empty. */
export function whyNotJson({ text, body, headers }: Pick<Answered, 'text' | 'body' | 'headers'>): string | undefined {
  if (body !== undefined || text === '') return undefined;
  const encoding = headers['content-encoding']?.trim() ?? '';
  if (encoding !== '' && encoding !== 'identity')
    return `the body is encoded as ${boundedText(encoding, 40)}, which no request asks for`;
  if (text.startsWith('\u001f\ufffd')) return 'the body is compressed, which no request asks for';
  if (text.startsWith('\ufeff')) return 'the body begins with a byte order mark, which is no part of JSON';
  if (/^.{0,3}\0/s.test(text)) return 'the body is not text in UTF-8';
  return isTooDeep(text) ? 'the body is nested too deeply' : faultOfText(text);
}

function faultOfText(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? boundedText(error.message.replaceAll(/\s+/g, ' '), 300) : undefined;
  }
}
