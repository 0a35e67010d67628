import { defineConfig } from 'vitest/config'

/** Connectors against the real software of their networks. Slow to install, so a run of its own. */
export default defineConfig({
  test: {
    include: ['test/peers/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 1,
    // the network's own indexing is slow on a busy machine
    testTimeout: 180_000,
    // the first run compiles better-sqlite3
    hookTimeout: 1_800_000,
  },
})
