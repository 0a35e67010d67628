import { join } from 'node:path'
import type { TrainingPorts } from './actions/train-reader.ts'
import type { Ground } from './compose-ports.ts'
import { readerFolder } from './reader-files.ts'
import { createTrainer } from './reading/trainer.ts'
import type { Settings } from './settings.ts'
import { createLearning } from './store/learning.ts'
import { createReaderModels } from './store/reader-models.ts'

/** What learns from officers, over the same database: for the workers and for the terminal. */
export type LearningRoom = TrainingPorts

export const layLearning = (
  { connection, ports: { clock, configurations } }: Pick<Ground, 'connection' | 'ports'>,
  { checkout, configDir }: Pick<Settings, 'checkout' | 'configDir'>,
): LearningRoom => ({
  clock,
  configurations,
  learning: createLearning(connection),
  models: createReaderModels(connection.db),
  trainer: createTrainer(configurations.current, {
    readerFolder: readerFolder(checkout),
    // a folder of the government's own has no corpus: it ships with the program
    corpusFolders: [join(configDir, 'corpus'), join(checkout, 'config', 'corpus')],
  }),
})
