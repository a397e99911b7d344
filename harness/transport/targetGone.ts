/** The target has ended, as if nobody listened at its address any more. */
export class TargetGone extends Error {
  override readonly name = 'TargetGone';
}
