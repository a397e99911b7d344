/** A command as the overview shows it, known without loading what it takes to run it. */
export interface CommandSummary {
  /** Name and arguments: `report <record>`. */
  readonly usage: string;
  readonly description: string;
  readonly hasOptions: boolean;
}

/** Every command in the order of the overview. A test compares them with the commands themselves. */
export const commandSummaries: readonly CommandSummary[] = [
  {
    usage: 'run',
    description: 'derive requests from the contract, send them, judge, record and report',
    hasOptions: true,
  },
  {
    usage: 'replay <record>',
    description: 'send one case or finding of a run again',
    hasOptions: true,
  },
  {
    usage: 'report <record>',
    description: 'render the reports of an earlier run again; with a setting of the gate, check it against that gate',
    hasOptions: true,
  },
  {
    usage: 'matrix <records...>',
    description: 'show several targets side by side: errors and members as rows, targets as columns',
    hasOptions: true,
  },
  {
    usage: 'trend <records...>',
    description: 'show coverage and divergence of past runs over time',
    hasOptions: true,
  },
  {
    usage: 'merge <shards...>',
    description: 'merge the shards of one run into one record, and check it against the gate',
    hasOptions: true,
  },
  {
    usage: 'compare <before> <after>',
    description: 'show what is better, worse, new or gone from one record to another; status 1 if anything is worse',
    hasOptions: true,
  },
  {
    usage: 'redact <record>',
    description:
      'check a record to be shown in public for account ids, ARNs of accounts, local paths and hosts, and replace them',
    hasOptions: true,
  },
  {
    usage: 'serve',
    description: 'run the mock as an HTTP server, on 127.0.0.1 unless told otherwise',
    hasOptions: true,
  },
  {
    usage: 'mutants',
    description: 'run against mocks with one defect each, which have to be caught, and odd ones that are right',
    hasOptions: true,
  },
  {
    usage: 'generate',
    description: 'print the cases of a run with their expectations, without sending them',
    hasOptions: true,
  },
  {
    usage: 'contract',
    description: 'read, compare, import and check contracts',
    hasOptions: false,
  },
  {
    usage: 'survey',
    description: 'ask a target the open questions, and print its answers as evidence entries for review',
    hasOptions: true,
  },
  {
    usage: 'clean',
    description: 'find and delete user pools that an interrupted run left behind',
    hasOptions: true,
  },
  {
    usage: 'restore <file>',
    description: 'restore an existing pool to how it was before a run that could not do so itself',
    hasOptions: true,
  },
  {
    usage: 'policy',
    description: 'print the IAM policy with the permissions that a run on AWS needs',
    hasOptions: true,
  },
  {
    usage: 'preflight <pool>',
    description:
      'will this pool work on that target? status 1 if the target refuses, ignores or loses any of its settings',
    hasOptions: true,
  },
];
