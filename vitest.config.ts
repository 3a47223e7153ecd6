import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    globalSetup: ['packages/server/test/support/database.ts'],
    include: ['packages/**/*.test.ts', 'e2e/**/*.test.ts'],
    // Tests wait for the database rather than the processor, so two workers fill two cores.
    pool: 'forks',
    maxWorkers: 2,
    isolate: false,
    testTimeout: 15_000,
    hookTimeout: 30_000,
  },
})
