/** A command of the terminal: takes its arguments, returns the exit status. */
export type Command = (args: string[]) => Promise<number>
