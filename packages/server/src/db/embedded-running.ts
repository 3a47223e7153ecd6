import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { platform } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import type { Place } from './embedded.ts'
import { adminUrl, readPassword } from './embedded-cluster.ts'
import { runAs } from './embedded-user.ts'

export interface RunningPostgres {
  pid: number
  adminUrl: string
}

/** The PostgreSQL serving this folder. A lock file whose process is gone, or is something else by now, is removed. */
export async function findRunning(place: Place): Promise<RunningPostgres | undefined> {
  const lockFile = join(place.cluster, 'postmaster.pid')
  const lock = await readLock(lockFile)
  if (!lock) return undefined
  if (!(await serves(lock.pid, place.cluster))) {
    await rm(lockFile, { force: true })
    return undefined
  }
  const host = lock.socketFolder || '127.0.0.1'
  return { pid: lock.pid, adminUrl: adminUrl(host, lock.port, await readPassword(place)) }
}

/** Waits for one that is still on its way up. */
export async function untilReady({ adminUrl }: RunningPostgres): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 2000 })
    try {
      await client.connect()
      return await client.end()
    } catch (error) {
      if (attempt === 50) throw error
      await delay(100)
    }
  }
}

/** Fast shutdown, waited for. That somebody else stopped it first is as good. */
export async function stopServer({ owner, binaries, cluster }: Place): Promise<void> {
  const args = ['stop', '-D', cluster, '-m', 'fast', '-w', '-s']
  await runAs(owner, binaries.pgCtl, args).catch(async error => {
    if (await readLock(join(cluster, 'postmaster.pid'))) throw error
  })
}

/** Whether the process still runs; one that has ended but was not collected yet does not. */
export async function isAlive(pid: number): Promise<boolean> {
  return pid > 0 && signalReaches(pid) && (platform() === 'win32' || (await commandOf(pid)) !== '')
}

function signalReaches(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

interface LockFile {
  pid: number
  port: number
  socketFolder: string
}

/** Lines of postmaster.pid: pid, data folder, start time, port, socket folder, address, shared memory, status. */
async function readLock(file: string): Promise<LockFile | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const [pid = '', , , port = '', socketFolder = ''] = text.split('\n')
  return { pid: Math.abs(Number(pid)), port: Number(port), socketFolder: socketFolder.trim() }
}

/** A pid may have passed to another program since, above all in a container. */
async function serves(pid: number, cluster: string): Promise<boolean> {
  return (await isAlive(pid)) && (platform() === 'win32' || (await commandOf(pid)).includes(cluster))
}

/** The command line of a process; empty for one that has ended but was not collected yet. */
async function commandOf(pid: number): Promise<string> {
  if (platform() === 'linux') return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  const asked = promisify(execFile)('ps', ['-p', String(pid), '-o', 'command='])
  return asked.then(
    ({ stdout }) => stdout,
    () => '',
  )
}
