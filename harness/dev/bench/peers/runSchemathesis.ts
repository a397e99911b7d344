import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApiDocument } from '../../../board/openApiDocument.ts';
import { runProgram } from '../../../board/runProgram.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import type { PeerTool } from './peerTool.ts';
import { namesMember, schemathesisFailures } from './schemathesisReport.ts';

// Its other checks ask for what AWS JSON does not have, such as 405 for another method.
const checks = 'not_a_server_error,negative_data_rejection,positive_data_acceptance';

/** All phases of Schemathesis, until the first failure. */
export function schemathesisTool(program: string): PeerTool {
  const document = openApiDocument(temporaryFolder());
  return async (url, seed) => {
    const cwd = temporaryFolder();
    const report = join(cwd, 'report.ndjson');
    const reports = ['--report', 'ndjson', '--report-ndjson-path', report];
    const until = ['--max-failures', '1', '--checks', checks, '--generation-database', 'none'];
    const args = ['run', document, '--url', url, '--seed', `${seed}`, ...until, '--no-color', ...reports];
    const { status, stdout, stderr } = await runProgram(program, args, { cwd });
    if (!existsSync(report)) throw new Error(`Schemathesis ended with ${status}: ${stdout}${stderr}`);
    const failures = schemathesisFailures(readFileSync(report, 'utf8'));
    return {
      says: failures.map(({ check, message, description }) => `${check}: ${message}: ${description}`),
      names: (member) => failures.some((failure) => namesMember(failure, member)),
    };
  };
}
