import Mocha from 'mocha';

/**
 * Mocha's spec report, followed by one line for machines: "N passed, N failed" and, if any, "N skipped".
 */
export default class TestReporter extends Mocha.reporters.Spec {
  override epilogue(): void {
    super.epilogue();
    const { passes, failures, pending } = this.stats;
    process.stdout.write(`${passes} passed, ${failures} failed${pending > 0 ? `, ${pending} skipped` : ''}\n`);
  }
}
