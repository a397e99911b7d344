import Mocha from 'mocha';

/**
 * Mocha's spec report, closed by the one line that a machine reads: "N passed, N failed", and how many were skipped, if any.
 */
export default class TestReporter extends Mocha.reporters.Spec {
  override epilogue(): void {
    super.epilogue();
    const { passes, failures, pending } = this.stats;
    process.stdout.write(`${passes} passed, ${failures} failed${pending > 0 ? `, ${pending} skipped` : ''}\n`);
  }
}
