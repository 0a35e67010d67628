/** Integrity and violence: a name that leaks is worse than any delay. */
import type { Taxonomy } from '../../../src/core/configuration.ts'
import type { Answer } from '../by-writer.ts'
import { tellEach } from '../confusion.ts'
import type { EvalPost } from '../posts.ts'
import type { Sheet } from '../sheet.ts'

export type SecretCategories = ReadonlySet<string>

/** Categories whose class of service the taxonomy calls confidential. */
export function secretCategories({ categories, slaClasses }: Taxonomy): SecretCategories {
  const secret = categories.filter(({ slaClass }) => slaClasses[slaClass]?.confidential)
  return new Set(secret.map(({ id }) => id))
}

/** Who only asks or proposes accuses nobody and is no victim. */
export function isSecret({ kind, category }: EvalPost, secrets: SecretCategories): boolean {
  const complains = kind === 'complaint' || kind === 'allegation' || kind === 'emergency'
  return complains && secrets.has(category)
}

export function tellConfidential(
  sheet: Sheet,
  answers: Answer[],
  { secrets, show }: { secrets: SecretCategories; show: boolean },
): void {
  sheet.heading('confidentiality')
  const secret = answers.filter(({ post }) => isSecret(post, secrets))
  const open = answers.filter(({ post }) => !isSecret(post, secrets))
  const missed = secret.filter(({ reading }) => !reading.confidential)
  const alarms = open.filter(({ reading }) => reading.confidential)
  sheet.share('marked confidential', secret.length - missed.length, secret.length)
  sheet.share('marked though it need not be', alarms.length, open.length)
  tellEach(sheet, 'missed', missed, show)
  if (show) tellEach(sheet, 'false alarms', alarms, show)
}
