import { type Refusal, refuse } from '../core/errors.ts'
import { servedBefore } from '../core/promotion.ts'
import type { TrainingPorts } from './train-reader.ts'

export type RolledBack = { kind: 'rolled-back'; from: number; to: number } | Refusal

/**
 * Puts an older model into service again: a named one, or the one whose place this one took. What was
 * trained beside another build does not read: then it is the shipped one that it went back to.
 */
export const rollBackReader = async (
  { clock, models, trainer }: Pick<TrainingPorts, 'clock' | 'models' | 'trainer'>,
  governmentId: string,
  { to, byName }: { to: number | null; byName: string },
): Promise<RolledBack> => {
  const [turns, known] = [await models.turns(governmentId), await models.list(governmentId)]
  const from = turns.at(-1)?.version ?? 0
  const base = await trainer.base()
  const isForeign = (one: number) =>
    known.some((each) => each.version === one && each.base !== base)
  const before = servedBefore(turns, from)
  const wanted = to ?? (isForeign(before) ? 0 : before)
  if (wanted === from) return refuse('invalid-input', `Versi ${from} sudah dipakai.`)
  if (isForeign(wanted)) return refuse('invalid-input', foreign(wanted))
  const isThere = wanted === 0 || known.some(({ version, kept }) => version === wanted && kept)
  if (!isThere) return refuse('not-found', gone(wanted))
  const because = `kembali dari versi ${from}`
  await models.serve(governmentId, { version: wanted, since: clock.now(), byName, because })
  return { kind: 'rolled-back', from, to: wanted }
}

const foreign = (version: number): string =>
  `Versi ${version} dilatih di samping model bawaan lain dan tidak berlaku lagi. Latih ulang: tanggap train.`

const gone = (version: number): string =>
  `Versi ${version} tidak ada, tidak pernah dipakai, atau tidak disimpan lagi. Model bawaan: --to 0.`
