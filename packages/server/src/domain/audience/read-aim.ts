import { invalid } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { type Aim, checkAim } from './aims.ts'
import { findAudience } from './audience.ts'

interface Whom {
  audience_id?: string | null
  aim?: Aim | null
}

/** What a request says of whom something is for: an audience takes the place of an aim, and an aim that of an audience. */
export async function readAim(
  tx: Tx,
  actor: Actor,
  { audience_id, aim }: Whom,
): Promise<{ audience_id?: number | null; aim?: Aim | null }> {
  if (audience_id != null && aim != null)
    throw invalid('It is for an audience or has an aim, not both', 'aim')
  if (audience_id != null)
    return { audience_id: Number((await findAudience(tx, actor, audience_id)).id), aim: null }
  if (aim != null) {
    await checkAim(tx, actor, aim)
    return { audience_id: null, aim }
  }
  return {
    ...(audience_id !== undefined && { audience_id: null }),
    ...(aim !== undefined && { aim: null }),
  }
}
