import { type TrainingPorts, trainReader } from './train-reader.ts'

/** Who is named as its maker where no person trained it. */
const NIGHT_WATCH = 'pelatihan malam'

/** What the nightly training found, for the log: no words of citizens, no names. */
export const trainByNight = async (
  ports: TrainingPorts,
  governmentId: string,
  say: (what: object, message: string) => void,
): Promise<void> => {
  const result = await trainReader(ports, governmentId, {
    byName: NIGHT_WATCH,
    trigger: 'nightly',
    dryRun: false,
    heard: () => undefined,
  })
  if (result.kind !== 'trained') return
  const { version, promotion, measured } = result
  const because = promotion.because.at(-1)
  say(
    { governmentId, version, promoted: promotion.promote, because, seconds: measured.seconds },
    'a reader was trained',
  )
}
