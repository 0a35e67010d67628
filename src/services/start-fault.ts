/**
 * The program cannot start (or go on) for a reason that a person has to mend.
 * Its message is for the terminal: Indonesian, one sentence with the remedy, without a stack.
 */
export class StartFault extends Error {
  override name = 'StartFault'
}
