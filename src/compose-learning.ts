import { join } from 'node:path'
import type { PreviewPorts } from './actions/preview-rule.ts'
import type { TrainingPorts } from './actions/train-reader.ts'
import type { Ground } from './compose-ports.ts'
import type { ReaderModels, SilencedRules } from './ports/learning.ts'
import { readerFolder } from './reader-files.ts'
import { createPostReader } from './reading/post-reader.ts'
import { createTrainer } from './reading/trainer.ts'
import type { Settings } from './settings.ts'
import { createLearning } from './store/learning.ts'
import { createReaderModels } from './store/reader-models.ts'
import { createSilencedRules } from './store/silenced-rules.ts'

/** What learns from officers, over the same database: for the workers and for the terminal. */
export interface LearningRoom extends TrainingPorts {
  rules: SilencedRules
  /** Two readers, of which one does not hear the rule; whoever opens them closes them. */
  openPreview(rule: string): PreviewPorts & { close(): Promise<void> }
}

export const layLearning = (
  { connection, ports: { clock, configurations } }: Pick<Ground, 'connection' | 'ports'>,
  { checkout, configDir }: Pick<Settings, 'checkout' | 'configDir'>,
): LearningRoom => {
  const learning = createLearning(connection)
  const models = createReaderModels(connection.db)
  const folder = readerFolder(checkout)
  const readerWith = (state: ReaderModels['state']) =>
    createPostReader({
      current: configurations.current,
      models: { ...models, state },
      readerFolder: folder,
    })
  return {
    clock,
    configurations,
    learning,
    models,
    rules: createSilencedRules(connection.db),
    trainer: createTrainer(configurations.current, {
      readerFolder: folder,
      // a folder of the government's own has no corpus: it ships with the program
      corpusFolders: [join(configDir, 'corpus'), join(checkout, 'config', 'corpus')],
    }),
    openPreview: (rule) => {
      const without = async (governmentId: string) => {
        const state = await models.state(governmentId)
        return { ...state, silenced: [...state.silenced, rule] }
      }
      const [reader, quieter] = [readerWith(models.state), readerWith(without)]
      const close = async () => void (await Promise.all([reader.close(), quieter.close()]))
      return { clock, learning, reader, quieter, close }
    },
  }
}
