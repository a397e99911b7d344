/** The names that `--report` takes; the reporters themselves take long to load. */
export const reportNames = [
  'terminal',
  'json',
  'html',
  'junit',
  'markdown',
  'ctrf',
  'sarif',
  'har',
  'badge',
  'issue',
] as const;

/** A name that `--report` takes. */
export type ReportName = (typeof reportNames)[number];

/** The reports that a run writes by default. */
export const defaultReports: readonly ReportName[] = ['terminal', 'json', 'html', 'junit'];
