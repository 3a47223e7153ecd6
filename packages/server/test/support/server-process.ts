import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** The command line, to be run with our own Node. */
export const guichet: string = fileURLToPath(new URL('../../bin/guichet.js', import.meta.url))

/** A server in a process of its own, as people start it. */
export interface ServerProcess {
  origin: string
  /** What it has printed. */
  said: string[]
  /** Ends it, cleanly by SIGTERM, and waits until it is gone. */
  end(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

/** The environment of a server of its own on a data folder: any free port, nothing inherited that names another. */
export const ownEnvironment = (dataDir: string): NodeJS.ProcessEnv => ({
  ...process.env,
  ...{ GUICHET_DATA_DIR: dataDir, GUICHET_RATE_LIMIT: '1000000', GUICHET_DEMO: '0', LOG_LEVEL: 'error' },
  ...{
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_URL: '',
    REDIS_URL: '',
    PUBLIC_URL: '',
    GUICHET_ACCESS_TOKEN: '',
  },
})

/** Starts a server and waits until it is ready. */
export async function startServerProcess(env: NodeJS.ProcessEnv): Promise<ServerProcess> {
  const child = spawn(process.execPath, [guichet, 'start'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const end: ServerProcess['end'] = async (signal = 'SIGTERM') => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }
  const said: string[] = []
  return { origin: await originOf(child, said), said, end }
}

/** The origin a server says it is ready on. Its log goes on to our error output. */
async function originOf({ stdout }: ChildProcess, said: string[]): Promise<string> {
  if (!stdout) throw new Error('The server has no output')
  const lines = createInterface({ input: stdout })
  return new Promise((resolve, reject) => {
    lines.on('line', line => {
      said.push(line)
      const ready = /^Guichet is ready .*: (http\S+)$/.exec(line)
      if (ready?.[1]) resolve(ready[1])
      if (line.startsWith('{')) process.stderr.write(`${line}\n`)
    })
    lines.on('close', () => reject(new Error('The server ended before it was ready')))
  })
}
