import { errors, problem } from '@guichet/contract/errors.ts'
import type { Actor, Guest } from '../actor.ts'
import { systemActor } from '../system-actor.ts'
import type { MessengerCredential, MessengerHome } from './session.sql.ts'

/** The server acting for somebody who is about to be known: as the Operator, who may do what they ask for. */
export const hostActor = ({ workspace, operatorId }: MessengerHome, { now, origin, ip }: Guest): Actor => ({
  ...systemActor({ workspace, operatorId, now }),
  ...{ origin, ip },
})

/** A contact who looks through a messenger. What they may do is what its operations do: all of them are about themselves. */
export const contactActor = (credential: MessengerCredential, { now, origin, ip }: Guest): Actor => ({
  ...systemActor({ ...credential, now }),
  ...{ origin, ip },
  contact: { id: credential.contactId, sessionId: credential.sessionId, verified: credential.verified },
})

/** The contact that a messenger acts as. */
export function selfOf({ contact }: Actor): string {
  if (!contact) throw problem(errors.unauthorized)
  return contact.id
}
