import { defineConfig } from 'vitest/config'

/** Journeys in Debian's chromium: one after the other, they are slow and watch the clock. */
export default defineConfig({
  test: {
    include: ['test/journeys/browser/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
