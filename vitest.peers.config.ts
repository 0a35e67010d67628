import { defineConfig } from 'vitest/config'

/** Connectors against the real software of their networks. Slow to install, so a run of its own. */
export default defineConfig({
  test: {
    include: ['test/peers/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 60_000,
    // the first run compiles better-sqlite3
    hookTimeout: 900_000,
  },
})
