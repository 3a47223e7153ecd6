import { createHmac } from 'node:crypto'
import { fieldsOf } from '@guichet/contract/fields.ts'
import type { Tx } from '../../db/database.ts'
import type { Egress } from '../../egress/egress.ts'
import type { SecretBox } from '../../secrets/secret-box.ts'
import type { Actor } from '../actor.ts'
import { clientSecrets } from '../app/index.ts'

/** Tells an app that a workspace does not have it any more, signed as webhooks are. A refusal of the receiver is tried again. */
export function tellUninstalled(on: { egress: Egress; secrets: SecretBox }) {
  return async (tx: Tx, actor: Actor, request: unknown): Promise<null> => {
    const { registration_id, url } = fieldsOf(request)
    const [secret] = await clientSecrets(tx, Number(registration_id), on.secrets)
    const body = JSON.stringify({ app_id: actor.workspace.id })
    const signature = `sha1=${createHmac('sha1', secret).update(body).digest('hex')}`
    const { status } = await on.egress.fetch({
      ...{ url: String(url), method: 'POST', body, timeoutMs: 5000 },
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'x-hub-signature': signature,
      },
    })
    if (status >= 300) throw new Error(`the app answered its uninstall notice with ${status}`)
    return null
  }
}
