import { defineConfig } from 'vitest/config'

/** Mailboxes of a real IMAP server, a Dovecot of the tests' own: the package `dovecot-imapd` has to be installed. */
export default defineConfig({
  test: {
    globalSetup: ['packages/server/test/support/database.ts'],
    include: ['packages/server/test/imap/*.imap.ts'],
    pool: 'forks',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
  },
})
