/** Integrity and violence: a name that leaks is worse than any delay. */
import type { Taxonomy } from '../../../src/core/configuration.ts'
import type { Answer } from '../by-writer.ts'
import { tellEach } from '../confusion.ts'
import type { EvalPost } from '../posts.ts'
import type { Sheet } from '../sheet.ts'

export type Secrecy = 'integrity' | 'violence' | 'by its class alone'
export type SecretCategories = ReadonlyMap<string, Secrecy>

/** What must be confidential: by what it is, or since the taxonomy's class of service says so. */
export function secretCategories({ categories, slaClasses }: Taxonomy): SecretCategories {
  const secrets = new Map<string, Secrecy>()
  for (const { id, authorityRule, slaClass } of categories) {
    if (slaClasses[slaClass]?.confidential) secrets.set(id, 'by its class alone')
    if (id.includes('kekerasan')) secrets.set(id, 'violence')
    if (authorityRule === 'integrity') secrets.set(id, 'integrity')
  }
  return secrets
}

/** Who only asks or proposes accuses nobody and is no victim. */
export function secrecyOf(post: EvalPost, secrets: SecretCategories): Secrecy | null {
  const { kind, category } = post
  const complains = kind === 'complaint' || kind === 'allegation' || kind === 'emergency'
  return complains ? (secrets.get(category) ?? null) : null
}

export function tellConfidential(
  sheet: Sheet,
  answers: Answer[],
  { secrets, show }: { secrets: SecretCategories; show: boolean },
): void {
  sheet.heading('confidentiality')
  const tell = (name: string, sorts: Secrecy[]) => {
    const list = answers.filter(({ post }) => isOf(secrecyOf(post, secrets), sorts))
    const missed = list.filter(({ reading }) => !reading.confidential)
    sheet.share(`marked confidential: ${name}`, list.length - missed.length, list.length)
    return missed
  }
  const missed = tell('integrity and violence', ['integrity', 'violence'])
  tell('integrity', ['integrity'])
  tell('violence', ['violence'])
  tell('of a confidential class alone', ['by its class alone'])
  const open = answers.filter(({ post }) => secrecyOf(post, secrets) === null)
  const alarms = open.filter(({ reading }) => reading.confidential)
  sheet.share('marked though it need not be', alarms.length, open.length)
  tellEach(sheet, 'missed', missed, show)
  if (show) tellEach(sheet, 'false alarms', alarms, show)
}

const isOf = (secrecy: Secrecy | null, sorts: Secrecy[]) =>
  secrecy !== null && sorts.includes(secrecy)
