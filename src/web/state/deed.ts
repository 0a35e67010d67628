/** What became of something that an officer did: done, or not, with the sentence that says why. */
import { notify } from './notices.ts'

export type Deed = { kind: 'done' } | { kind: 'refused'; because: string }

export const DONE: Deed = { kind: 'done' }

export const refused = (because: string): Deed => ({ kind: 'refused', because })

/** For a button without a form: there is no place beside it to say why not. */
export const aloud = async (doing: Promise<Deed>): Promise<void> => {
  const deed = await doing
  if (deed.kind === 'refused') notify('refused', deed.because)
}
