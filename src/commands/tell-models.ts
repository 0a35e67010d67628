import type { TrainingPorts } from '../actions/train-reader.ts'
import type { TrainedModel } from '../ports/learning.ts'
import { officeMoment } from './office-moment.ts'
import { table } from './table.ts'

/** `tanggap train list`: what was trained, what reads, and who put it into service when. */
export const tellModels = async ({
  room,
  governmentId,
}: {
  room: Pick<TrainingPorts, 'models' | 'trainer' | 'configurations'>
  governmentId: string
}): Promise<number> => {
  const { models, trainer, configurations } = room
  const office = await configurations.government(governmentId)
  if (!office) return 1
  const base = await trainer.base()
  const known = await models.list(governmentId)
  const turns = await models.turns(governmentId)
  const serving = turns.at(-1)?.version ?? 0
  const reads = (version: number) => isValid(known, version, base)
  const lines = [
    `${governmentId}: dipakai versi ${serving}${serving === 0 ? ' (bawaan)' : ''}`,
    ...(reads(serving) ? [] : [`  ${FOREIGN}`]),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  const rows = known.map((each) => rowOf(each, officeMoment(each.madeAt, office), base))
  if (rows.length > 0) process.stdout.write(table(HEAD, rows))
  for (const { version, since, byName, because } of turns) {
    const at = officeMoment(since, office)
    process.stdout.write(`  ${at} versi ${version} oleh ${byName}: ${because}\n`)
  }
  return 0
}

const HEAD = ['versi', 'dilatih', 'oleh', 'pembetulan', 'benar', 'keputusan']

const FOREIGN =
  'tidak berlaku: dilatih di samping model bawaan lain, jadi yang membaca model bawaan. Latih ulang: tanggap train'

const isValid = (known: TrainedModel[], version: number, base: string): boolean =>
  known.every((each) => each.version !== version || each.base === base)

const rowOf = (model: TrainedModel, madeAt: string, base: string): (string | number)[] => {
  const { version, madeBy, measured, because } = model
  const { oldRight, newRight, n } = measured.corrections
  const right = `${oldRight}→${newRight}/${n}`
  const end = `${endOf(model, base)}: ${because.at(-1) ?? ''}`
  return [version, madeAt, madeBy, measured.taught, right, end]
}

const endOf = ({ promoted, kept, base: beside }: TrainedModel, base: string): string => {
  if (!promoted) return 'ditolak'
  if (beside !== base) return 'dipakai (tidak berlaku lagi)'
  return kept ? 'dipakai' : 'dipakai (tidak disimpan lagi)'
}
