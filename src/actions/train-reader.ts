import type { Government, Taxonomy } from '../core/configuration.ts'
import { refuse } from '../core/errors.ts'
import { lessonOf } from '../core/lesson.ts'
import { type Promotion, promotionOf } from '../core/promotion.ts'
import { textHash } from '../core/text-hash.ts'
import type { Clock } from '../ports/clock.ts'
import type { Configurations } from '../ports/configurations.ts'
import type {
  CorrectedCase,
  Learning,
  Measured,
  ReaderModels,
  TaughtPost,
  Trainer,
  TrainingTrigger,
} from '../ports/learning.ts'

export interface TrainingPorts {
  clock: Clock
  configurations: Configurations
  learning: Learning
  models: ReaderModels
  trainer: Trainer
}

export interface TrainingWish {
  byName: string
  trigger: TrainingTrigger
  /** Measures and says, keeps nothing. */
  dryRun: boolean
  heard(step: string): void
}

export type Trained =
  | { kind: 'nothing-to-learn' }
  | { kind: 'busy' }
  | { kind: 'trained'; version: number | null; promotion: Promotion; measured: Measured }

/** Every fifth case is never learned from: by its id, so that it is the same one in every training. */
const HELD_BACK = 5

/** Trains a government's reader anew and puts it into service if it reads better. */
export const trainReader = async (
  ports: TrainingPorts,
  governmentId: string,
  wish: TrainingWish,
) => {
  const configuration = await ports.configurations.current()
  const government = configuration?.governments.find(({ id }) => id === governmentId)
  if (!configuration || !government) return refuse('not-found')
  const result = await ports.learning.alone(governmentId, () =>
    train(ports, government, configuration.taxonomy, wish),
  )
  return result.kind === 'done' ? result.value : result
}

const train = async (
  { clock, learning, models, trainer }: TrainingPorts,
  government: Government,
  taxonomy: Taxonomy,
  { byName, trigger, dryRun, heard }: TrainingWish,
): Promise<Trained> => {
  // told twice: another worker has done it meanwhile
  const isDone = async () =>
    !(await learning.untaught(await trainer.base())).includes(government.id)
  if (trigger === 'nightly' && (await isDone())) return { kind: 'nothing-to-learn' }
  // before the corrections are read: one that comes meanwhile is seen by the next training
  const madeAt = clock.now()
  const cases = await learning.corrected(government.id)
  const taught = cases.map((each) => postsOf(each, government, taxonomy))
  if (taught.flat().length === 0) return { kind: 'nothing-to-learn' }
  const { version, silenced } = await models.state(government.id)
  const isTest = (at: number) => isHeldBack((cases[at] as CorrectedCase).caseId)
  const { bytes, base, measured } = await trainer.train(
    {
      governmentId: government.id,
      taught: taught.filter((_, at) => !isTest(at)).flat(),
      heldBack: taught.filter((_, at) => isTest(at)).flatMap(([first]) => first ?? []),
      inService: await models.bytes(government.id, version),
      silenced,
    },
    heard,
  )
  const promotion = promotionOf(measured.corrections, measured.corpus)
  if (dryRun) return { kind: 'trained', version: null, promotion, measured }
  const made = { madeAt, madeBy: byName, trigger, comparedWith: version }
  const training = { bytes, base, ...made, promotion, measured }
  return { kind: 'trained', ...(await models.add(government.id, training)), measured }
}

const isHeldBack = (caseId: string): boolean =>
  Number.parseInt(textHash(caseId).slice(-6), 16) % HELD_BACK === 0

const postsOf = (
  { corrections, posts }: CorrectedCase,
  government: Government,
  taxonomy: Taxonomy,
): TaughtPost[] => {
  const lesson = lessonOf(corrections, government, taxonomy)
  if (!lesson) return []
  return posts.map(({ id, text, context }) => ({
    id,
    text,
    ...(context && { context }),
    ...lesson,
  }))
}
