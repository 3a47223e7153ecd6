import type { Lanes } from '../../db/database.ts'
import { forgetAttempts } from '../attempt/index.ts'
import { forgetTokens } from '../one-time-token/index.ts'
import { forgetEnded } from '../session/index.ts'

/** Forgets sessions, links and attempts that are over for so long that nothing asks for them. */
export const forgetSignIns = (database: Lanes, now: number): Promise<void> =>
  database.transaction(async tx => {
    await forgetAttempts(tx, now)
    await forgetTokens(tx, now)
    await forgetEnded(tx, now)
  }, now)
