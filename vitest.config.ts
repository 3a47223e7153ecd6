import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    globalSetup: ['packages/server/test/support/database.ts'],
    include: ['packages/**/*.test.ts', 'e2e/**/*.test.ts'],
    // Tests wait for the database and the browser as well as for the processor, so three workers fill two cores.
    pool: 'forks',
    maxWorkers: 3,
    isolate: false,
    // Nothing here measures time: these only end what hangs, on a machine many times slower than a desk's.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
  },
})
