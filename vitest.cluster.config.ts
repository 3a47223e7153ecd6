import { defineConfig } from 'vitest/config'

/** Several servers in processes of their own, on one database and one Redis: `redis-server` has to be installed. */
export default defineConfig({
  test: {
    globalSetup: ['packages/server/test/support/database.ts'],
    include: ['packages/server/test/cluster/*.cluster.ts'],
    pool: 'forks',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
  },
})
