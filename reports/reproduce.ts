import type { Finding } from '../harness/record/record.ts';
import { memoizeByObject, memoizeByText } from '../specs/memoize.ts';
import { awsCli } from './reproduce/awsCli.ts';
import { boto3 } from './reproduce/boto3.ts';
import { buildScenario, type ScenarioRecord } from './reproduce/buildScenario.ts';
import { curl } from './reproduce/curl.ts';
import { javascript } from './reproduce/javascript.ts';
import { paws } from './reproduce/paws.ts';
import { renderScript } from './reproduce/renderScript.ts';
import { defaultProgram } from './text/commands.ts';

/** One script for each client, whole: it makes a pool, shows the finding on it, and deletes it. */
export interface Reproductions {
  readonly curl: string;
  readonly awsCli: string;
  readonly boto3: string;
  readonly paws: string;
  readonly javascript: string;
}

/**
 * The scripts that show a finding again on the target of its run: each prints the pool before, the request, the answer and the
 * pool after, and ends with a line "shown" or "not shown" and status 1 or 0. Where a client cannot send the request unchanged,
 * or does not show what the finding is about, its script does nothing but say so. `program` is how poolproof is started.
 */
export function reproduce(finding: Finding, record: ScenarioRecord, program: string = defaultProgram): Reproductions {
  return scriptsOf(record)(program)(finding);
}

// More than one report of a record has them.
const scriptsOf = memoizeByObject((record: ScenarioRecord) =>
  memoizeByText((program) =>
    memoizeByObject((finding: Finding): Reproductions => {
      const scenario = buildScenario(finding, record, program);
      return {
        curl: renderScript(scenario, curl),
        awsCli: renderScript(scenario, awsCli),
        boto3: renderScript(scenario, boto3),
        paws: renderScript(scenario, paws),
        javascript: renderScript(scenario, javascript),
      };
    }),
  ),
);

/** The script for curl alone, which every finding has. */
export function curlScript(finding: Finding, record: ScenarioRecord, program: string): string {
  return renderScript(buildScenario(finding, record, program), curl);
}
