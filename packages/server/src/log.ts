import { type Logger, pino } from 'pino'

export type Log = Logger

/** JSON lines on standard output; what authenticates anybody never gets in. */
export function buildLog(level: string): Log {
  return pino({
    level,
    redact: ['req.headers.authorization', '*.password', '*.token', '*.secret'],
    serializers: { err: describe },
  })
}

/** What helps to find a fault; drivers hang whole connections on their errors. */
function describe(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error)
  const { name, message, stack, cause } = error
  const code = 'code' in error ? error.code : undefined
  return { name, message, code, stack, ...(cause !== undefined && { cause: describe(cause) }) }
}
