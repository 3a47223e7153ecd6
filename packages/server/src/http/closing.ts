import type { FastifyInstance } from 'fastify'

/** How long requests under way may take once the server closes. */
const GRACE_MS = 10_000
const LOOK_MS = 50

/**
 * Closes connections as they fall idle while the server closes. By itself it looks for idle ones once, and a connection
 * whose answer was just leaving then would keep the server open for as long as its client likes. What is not done after `graceMs` is cut off.
 */
export function closePromptly(app: FastifyInstance, graceMs = GRACE_MS): void {
  app.addHook('preClose', async () => {
    const idle = setInterval(() => app.server.closeIdleConnections(), LOOK_MS)
    const all = setTimeout(() => app.server.closeAllConnections(), graceMs)
    app.server.once('close', () => {
      clearInterval(idle)
      clearTimeout(all)
    })
  })
}
