import { requests } from '@guichet/contract/operations/inbox/requests.ts'
import { countRequests, listRequests, listVersions } from '../../domain/request-log/index.ts'
import { handlers } from '../handlers.ts'

export const requestRoutes = handlers(requests, {
  async list({ tx, actor, query, requestLog }) {
    await requestLog.write()
    return listRequests(tx, actor, query)
  },
  async statistics({ tx, actor, requestLog }) {
    await requestLog.write()
    return countRequests(tx, actor)
  },
  async versions({ tx, actor, query, requestLog }) {
    await requestLog.write()
    return listVersions(tx, actor, query.to)
  },
})
