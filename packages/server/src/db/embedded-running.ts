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
  adminUrl: string
}

/**
 * The PostgreSQL already serving this folder, ready to be asked. One on its way down is waited for, one that does not answer is
 * stopped, and a lock file whose process is gone or is something else is removed.
 */
export async function findRunning(place: Place): Promise<RunningPostgres | undefined> {
  const lockFile = join(place.cluster, 'postmaster.pid')
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const lock = await readLock(lockFile)
    if (!lock) return undefined
    if (!(await serves(lock.pid, place.cluster))) {
      await rm(lockFile, { force: true })
      return undefined
    }
    const url = adminUrl(lock.socketFolder || '127.0.0.1', lock.port, await readPassword(place))
    if (await answers(url)) return { adminUrl: url }
    await delay(100)
  }
  await runAs(place.owner, place.binaries.pgCtl, ['stop', '-D', place.cluster, '-m', 'fast', '-w', '-s'])
  return undefined
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

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}
