import { type EditionDate, editionDates } from '../../specs/edition.ts';
import { type Read, readWord } from './readers.ts';

const readListed = readWord(editionDates);

/** Parses the date of an edition. Of another date it says which edition was current then. */
export const readEdition: Read<EditionDate> = (text) => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || editionDates.some((date) => date === text)) return readListed(text);
  const current = editionDates.filter((date) => date < text).at(-1);
  const then = current === undefined ? 'That is before the first of them' : `On that day ${current} was current`;
  return { problem: `has to be one of ${editionDates.join(', ')}, not "${text}". ${then}` };
};
