import { fileURLToPath } from 'node:url'
import { type Bundle, buildWhenOld, builtFolder } from '@guichet/inbox/build-when-old.ts'

const messenger: Bundle = {
  folder: fileURLToPath(new URL('..', import.meta.url)),
  sources: [
    'packages/messenger/{src,build}/**/*.{ts,tsx,css}',
    'packages/messenger/{index.html,package.json}',
    'packages/inbox/build/{build-when-old,contract-routes}.ts',
    'packages/contract/src/operations/messenger/*.ts',
    'package-lock.json',
  ],
  says: 'building the messenger for customers (only when its sources have changed)',
  program: fileURLToPath(new URL('bundle.ts', import.meta.url)),
}

/** Where the built messenger lies: `loader.js`, `index.html` and its `assets`. */
export const messengerFolder = builtFolder(messenger)

/** Builds the messenger where it is missing or older than its sources; tells `say` when it does. */
export const buildMessenger = (say: (line: string) => void = () => {}): Promise<void> =>
  buildWhenOld(messenger, say)
