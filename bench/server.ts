import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'

/** The real server in a process of its own, on the bench's database. */
export interface Server {
  port: number
  pid: number | undefined
  /** Resident memory in MB. */
  memory(): Promise<number>
  /** Seconds of processor time that it has used; undefined where the system does not tell. */
  cpu(): Promise<number | undefined>
  stop(): Promise<void>
}

export async function startServer(
  databaseUrl: string,
  dataDir: string,
  env: Record<string, string> = {},
): Promise<Server> {
  const child = spawn(
    process.execPath,
    [new URL('../packages/server/bin/guichet.js', import.meta.url).pathname, 'start'],
    {
      env: {
        ...process.env,
        PORT: '0',
        DATABASE_URL: databaseUrl,
        GUICHET_DATA_DIR: dataDir,
        GUICHET_RATE_LIMIT: 'off',
        LOG_LEVEL: 'warn',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const port = await new Promise<number>((resolve, reject) => {
    let text = ''
    child.stdout.on('data', chunk => {
      text += chunk
      const found = /127\.0\.0\.1:(\d+)/.exec(text)
      if (found) resolve(Number(found[1]))
    })
    child.once('exit', code => reject(new Error(`the server ended with ${code}: ${text}`)))
  })
  const read = (file: string) => readFile(`/proc/${child.pid}/${file}`, 'utf8').catch(() => '')
  return {
    port,
    pid: child.pid,
    memory: async () => Math.round(Number(/VmRSS:\s+(\d+)/.exec(await read('status'))?.[1] ?? 0) / 1024),
    async cpu() {
      // After the name in parentheses: the 12th and 13th fields are user and system time, in hundredths of a second.
      const fields = (await read('stat')).replace(/^.*\) /s, '').split(' ')
      return fields.length > 12 ? (Number(fields[11]) + Number(fields[12])) / 100 : undefined
    },
    stop: () => new Promise<void>(resolve => child.once('exit', () => resolve()) && child.kill('SIGTERM')),
  }
}
