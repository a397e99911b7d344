import { printError } from '../commands/print.ts';
import { docsProblems } from './docs/docsProblems.ts';

// `npm run docs:check`: generated parts, links, paths and commands of every page.
const problems = docsProblems();
for (const problem of problems) printError(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
