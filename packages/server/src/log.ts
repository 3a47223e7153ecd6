import { type Logger, pino } from 'pino'

export type Log = Logger

/** JSON lines on standard output; what authenticates anybody never gets in. */
export function buildLog(level: string): Log {
  return pino({ level, redact: ['req.headers.authorization', '*.password', '*.token', '*.secret'] })
}
