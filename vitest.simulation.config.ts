import { defineConfig } from 'vitest/config'

/** A thousand cases over two simulated weeks, with worker processes that are killed: some minutes. */
export default defineConfig({
  test: {
    include: ['test/simulation/*.simulation.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 1,
    hookTimeout: 60_000,
  },
})
