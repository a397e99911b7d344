import type { Finding, RunRecord } from '../harness/record/record.ts';
import { awsCli } from './reproduce/awsCli.ts';
import { boto3 } from './reproduce/boto3.ts';
import { buildScenario } from './reproduce/buildScenario.ts';
import { curl } from './reproduce/curl.ts';
import { javascript } from './reproduce/javascript.ts';
import { paws } from './reproduce/paws.ts';

/** One script for each client, whole: it makes a pool, shows the finding on it, and deletes it. */
export interface Reproductions {
  readonly curl: string;
  readonly awsCli: string;
  readonly boto3: string;
  readonly paws: string;
  readonly javascript: string;
}

/**
 * The scripts that show a finding again on the target of its run. Where a client cannot send the request as it is, its
 * script is a comment that says why.
 */
export function reproduce(finding: Finding, record: Pick<RunRecord, 'header' | 'path'>): Reproductions {
  const scenario = buildScenario(finding, record);
  return {
    curl: curl(scenario),
    awsCli: awsCli(scenario),
    boto3: boto3(scenario),
    paws: paws(scenario),
    javascript: javascript(scenario),
  };
}
