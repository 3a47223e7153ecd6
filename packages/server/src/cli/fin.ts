import { Problem } from '@guichet/contract/errors.ts'
import { findFinCallback, probeFinCallback, removeFinCallback, setFinCallback } from '../domain/fin/index.ts'
import { guardedEgress } from '../egress/egress.ts'
import { secretsOf } from '../services.ts'
import { actingFor } from './acting.ts'
import { type Command, readOptions } from './command.ts'
import { Complaint } from './complaint.ts'
import { withDatabase } from './with-database.ts'

export const fin: Command = {
  usage: [
    'fin callback [--workspace <id>]',
    'fin callback <url> [--workspace <id>]',
    'fin callback remove [--workspace <id>]',
  ],
  async run(args, config) {
    const { given, rest } = readOptions(args, ['workspace'])
    const [what, url] = rest
    if (what !== 'callback')
      throw new Complaint('Say what: npx guichet fin callback https://example.com/fin.')
    const callback = await withDatabase(config, async database => {
      const actor = await actingFor(database, given.workspace)
      if (url === undefined) return findFinCallback(database.read, actor)
      if (url === 'remove') return database.transaction(tx => removeFinCallback(tx, actor))
      const secrets = secretsOf(config)
      await probeFinCallback(actor, url, guardedEgress(config.egressAllow)).catch(refuse)
      return database.transaction(tx => setFinCallback(tx, actor, { url, secrets })).catch(refuse)
    })
    console.log(callback.url ?? 'No callback: apps hear of Fin through streams alone.')
    if (callback.secret)
      console.log(`\nIt is signed with this secret, shown this once:\n\n  ${callback.secret}\n`)
  },
}

function refuse(error: unknown): never {
  throw error instanceof Problem ? new Complaint(`That does not work: ${error.message}.`) : error
}
