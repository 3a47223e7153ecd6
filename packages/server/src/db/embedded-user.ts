import { execFile, spawn } from 'node:child_process'
import { chmod, stat } from 'node:fs/promises'
import { platform } from 'node:os'
import { dirname } from 'node:path'
import { promisify } from 'node:util'

/** The account PostgreSQL runs under when we are root, which it refuses to be. */
export interface ProcessOwner {
  uid: number
  gid: number
}

const execute = promisify(execFile)

/** Undefined when we are not root. Creates the account if needed and lets it reach `paths`. */
export async function findOwner(
  paths: readonly string[],
  log: (line: string) => void,
): Promise<ProcessOwner | undefined> {
  if (platform() === 'win32' || process.getuid?.() !== 0) return undefined
  const owner = (await lookUp()) ?? (await createAccount(log))
  for (const path of paths) await makeReachable(path, log)
  return owner
}

/** Runs a program to its end as the owner; its error output becomes the error's text. */
export async function runAs(
  owner: ProcessOwner | undefined,
  program: string,
  args: readonly string[],
): Promise<void> {
  await execute(program, [...args], {
    ...owner,
    cwd: dirname(program),
    env: { ...process.env, LC_MESSAGES: 'C' },
  })
}

/**
 * Has a shell shut the server down once our process is gone, however it went: its standard input is a pipe only we hold. It
 * knows the process, not the folder, so that it can never meet a server started there since. Returns how to call it off.
 * Windows has no such shell; there the next start stops what it finds.
 */
export function watchOver(owner: ProcessOwner | undefined, serverPid: number): () => void {
  if (platform() === 'win32') return () => {}
  const script = 'trap "" INT TERM HUP; read -r _ || kill -INT "$0"'
  const shell = spawn('/bin/sh', ['-c', script, String(serverPid)], {
    ...owner,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  shell.on('error', () => {})
  shell.stdin.on('error', () => {})
  shell.unref()
  if ('unref' in shell.stdin && typeof shell.stdin.unref === 'function') shell.stdin.unref()
  return () => shell.stdin.end('\n')
}

async function lookUp(): Promise<ProcessOwner | undefined> {
  try {
    const [uid, gid] = await Promise.all([
      execute('id', ['-u', 'postgres']),
      execute('id', ['-g', 'postgres']),
    ])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}

async function createAccount(log: (line: string) => void): Promise<ProcessOwner> {
  log('creating the system account "postgres", since PostgreSQL does not run as root')
  await execute('groupadd', ['--force', '--system', 'postgres'])
  await execute('useradd', [
    '--system',
    '--gid',
    'postgres',
    '--no-create-home',
    '--shell',
    '/bin/false',
    'postgres',
  ])
  const owner = await lookUp()
  if (!owner) throw new Error('The account "postgres" could not be created: create it, or set DATABASE_URL')
  return owner
}

/** Lets others pass through, not read, the folders above the path. */
async function makeReachable(path: string, log: (line: string) => void): Promise<void> {
  const parent = dirname(path)
  if (parent !== path) await makeReachable(parent, log)
  const { mode } = await stat(path)
  if ((mode & 0o001) !== 0) return
  log(`letting the account "postgres" pass through ${path}`)
  await chmod(path, (mode & 0o7777) | 0o001)
}
