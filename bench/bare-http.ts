import { spawn } from 'node:child_process'

/** Bare Fastify in a process of its own, answering every request with these bytes. */
export async function bareHttp(answer: string): Promise<{ port: number; close(): Promise<void> }> {
  const child = spawn(process.execPath, [new URL('./bare-server.ts', import.meta.url).pathname], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(answer)
  const port = await new Promise<number>(resolve =>
    child.stdout.once('data', chunk => resolve(Number(String(chunk)))),
  )
  return { port, close: () => new Promise(resolve => child.once('exit', () => resolve()) && child.kill()) }
}
