/**
 * What was typed and not yet sent, per person, case and form. It survives a reload; the text of a
 * confidential case stays in memory and never touches the disk of a shared computer.
 */
export interface DraftKey {
  userId: string
  caseId: string
  form: string
  confidential: boolean
}

export type Draft = Record<string, string>

const WEEK = 7 * 24 * 3_600_000
const PREFIX = 'tanggap:draf:'
const memory = new Map<string, Draft>()

const nameOf = ({ userId, caseId, form }: DraftKey): string =>
  `${PREFIX}${userId}:${caseId}:${form}`

export const readDraft = (key: DraftKey): Draft => {
  const name = nameOf(key)
  return memory.get(name) ?? (key.confidential ? {} : stored(name)) ?? {}
}

export const keepDraft = (key: DraftKey, draft: Draft): void => {
  const name = nameOf(key)
  memory.set(name, draft)
  if (!key.confidential) {
    attempt(() => localStorage.setItem(name, JSON.stringify({ at: Date.now(), draft })))
  }
}

export const dropDraft = (key: DraftKey): void => {
  memory.delete(nameOf(key))
  attempt(() => localStorage.removeItem(nameOf(key)))
}

/** At the start of the page: what nobody came back for within a week is gone. */
export const dropOldDrafts = (now: number): void => {
  for (const name of Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))) {
    const { at } = JSON.parse(localStorage.getItem(name) ?? '{"at":0}') as { at: number }
    if (now - at > WEEK) localStorage.removeItem(name)
  }
}

const stored = (name: string): Draft | null => {
  const text = localStorage.getItem(name)
  return text ? (JSON.parse(text) as { draft: Draft }).draft : null
}

/** A full or forbidden storage costs the draft its reload, not the officer the page. */
const attempt = (save: () => void): void => {
  try {
    save()
  } catch {
    // kept in memory all the same
  }
}
