import { writeFileAtomically } from '../record/recordFile.ts';
import { UserError } from '../userError.ts';
import { printError } from './print.ts';

/** What a view can be written as, by the end of its file's name. */
export interface Writers {
  readonly html: () => string;
  readonly markdown: () => string;
}

/** Writes a view to a file whose name says whether it is HTML or Markdown. */
export function writeView(path: string, writers: Writers): void {
  const isMarkdown = /\.(md|markdown)$/i.test(path);
  if (!isMarkdown && !/\.html?$/i.test(path)) {
    throw new UserError(
      'wrong-setting',
      `-o ends in neither .html nor .md: "${path}".`,
      'Name the file by what it is to be.',
    );
  }
  writeFileAtomically(path, isMarkdown ? writers.markdown() : writers.html());
  printError(`Wrote ${path}`);
}
