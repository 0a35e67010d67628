import { type Refusal, refuse } from '../core/errors.ts'
import type { TrainingPorts } from './train-reader.ts'

export type RolledBack = { kind: 'rolled-back'; from: number; to: number } | Refusal

/** Puts an older model into service again: a named one, or the one that served before this one. */
export const rollBackReader = async (
  { clock, models }: Pick<TrainingPorts, 'clock' | 'models'>,
  governmentId: string,
  { to, byName }: { to: number | null; byName: string },
): Promise<RolledBack> => {
  const [turns, known] = [await models.turns(governmentId), await models.list(governmentId)]
  const from = turns.at(-1)?.version ?? 0
  const wanted = to ?? turns.findLast(({ version }) => version !== from)?.version ?? 0
  if (wanted === from) return refuse('invalid-input', `Versi ${from} sudah dipakai.`)
  const isThere = wanted === 0 || known.some(({ version, kept }) => version === wanted && kept)
  if (!isThere)
    return refuse(
      'not-found',
      `Versi ${wanted} tidak ada, tidak pernah dipakai, atau tidak disimpan lagi.`,
    )
  const because = `kembali dari versi ${from}`
  await models.serve(governmentId, { version: wanted, since: clock.now(), byName, because })
  return { kind: 'rolled-back', from, to: wanted }
}
