import { fileURLToPath } from 'node:url'
import { type Bundle, buildWhenOld, builtFolder } from './build-when-old.ts'

const app: Bundle = {
  folder: fileURLToPath(new URL('..', import.meta.url)),
  sources: [
    'packages/inbox/{src,build}/**/*.{ts,tsx,css,svg}',
    'packages/inbox/{index.html,package.json}',
    'packages/contract/src/operations/**/*.ts',
    'package-lock.json',
  ],
  says: 'building the app for teammates (only when its sources have changed)',
  program: fileURLToPath(new URL('bundle.ts', import.meta.url)),
}

/** Where the built app lies. */
export const appFolder = builtFolder(app)

/** Builds the app where it is missing or older than its sources; tells `say` when it does. */
export const buildApp = (say: (line: string) => void = () => {}): Promise<void> => buildWhenOld(app, say)
