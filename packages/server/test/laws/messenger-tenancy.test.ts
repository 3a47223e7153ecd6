import type { Operation } from '@guichet/contract/operation.ts'
import { messengerFamilies } from '@guichet/contract/operations/messenger/index.ts'
import { expect, test } from 'vitest'
import { aliveIds } from '../support/alive-ids.ts'
import { Api } from '../support/api.ts'
import { startGuichet, type TestWorkspace } from '../support/guichet.ts'
import { drainEvents } from '../support/happened.ts'
import { signedInAs } from '../support/members.ts'
import { makeDatabase } from '../support/own-database.ts'
import { slotsOf } from '../support/slots.ts'
import { type Row, spreadSequences, workspaceRows } from '../support/workspace-rows.ts'

/** On everything of others that is no id; nobody else ever sends it. */
const MARK = 'Xylophonist'
const MOST = Number(process.env['GUICHET_TENANCY_ATTEMPTS'] ?? 20_000) / 20

const guichet = await startGuichet({ DATABASE_URL: await makeDatabase() })
const { origin, database } = guichet
const operations = Object.values(messengerFamilies)
  .flatMap(family => Object.values<Operation>(family))
  .filter(({ streams, access, method }) => !streams && access === 'messenger' && method !== 'DELETE')

/** A customer of a workspace with a conversation, a form, a ticket, a banner and news. */
async function furnish(workspace: TestWorkspace, mark: string) {
  const { api, id: app_id, ownerId } = workspace
  const owner = await signedInAs(guichet, 'owner', workspace)
  const booted = await Api.ofNobody(origin).post('/messenger/api/sessions', {
    ...{ app_id, user_data: { user_id: `of ${app_id}`, name: mark } },
  })
  const me = new Api(origin, booted.body.session)
  const { id } = (await me.post('/messenger/api/conversations', { body: mark })).body
  const asked = { body: mark, attributes: ['name'] }
  const { body: form } = await owner.post(`/app/api/conversations/${id}/forms`, asked)
  const [feed] = (await api.get('/news/newsfeeds')).body.data
  const { body: item } = await api.post('/news/news_items', {
    ...{ title: mark, sender_id: ownerId, state: 'live', reactions: ['👍'] },
    newsfeed_assignments: [{ newsfeed_id: Number(feed.id) }],
  })
  const { body: banner } = await owner.post('/app/api/banners', { title: mark, body: mark })
  await owner.post(`/app/api/banners/${banner.id}/start`)
  const [view] = (await me.post('/messenger/api/banners')).body.data
  const { body: type } = await api.post('/ticket_types', { name: mark, category: 'Customer' })
  const attributes = { _default_title_: mark }
  const { body: ticket } = await me.post('/messenger/api/tickets', { ticket_type_id: type.id, attributes })
  const to = { type: 'user', id: booted.body.contact.id }
  const sent = { message_type: 'inapp', body: mark, from: { type: 'admin', id: ownerId }, to }
  const { body: message } = await api.post('/messages', sent)
  const { body: article } = await api.post('/articles', {
    ...{ title: mark, body: mark, author_id: ownerId, state: 'published' },
  })
  const own = {
    ...{ conversations: [id, ticket.id], forms: [form.part_id], news: [item.id], articles: [article.id] },
    ...{ banners: [view.view_id], ticket_types: [type.id] },
  }
  return { me, own, message: `message-${message.id}` }
}

test('nothing a customer sends reaches another workspace or another customer, nor does anything of theirs reach them', async () => {
  await spreadSequences(database.url)
  const other = await guichet.createWorkspace()
  await aliveIds(other.api, 'foreign', MARK)
  const { message: afar } = await furnish(other, MARK)
  const mine = await guichet.createWorkspace()
  const neighbour = await Api.ofNobody(origin).post('/messenger/api/sessions', {
    ...{ app_id: mine.id, user_data: { user_id: 'neighbour', name: MARK } },
  })
  const theirs = new Api(origin, neighbour.body.session)
  const { id: beside } = (await theirs.post('/messenger/api/conversations', { body: MARK })).body
  const { body: toThem } = await mine.api.post('/messages', {
    ...{ message_type: 'inapp', body: MARK, from: { type: 'admin', id: mine.ownerId } },
    to: { type: 'user', id: neighbour.body.contact.id },
  })
  const { me, own } = await furnish(mine, 'Own')
  await drainEvents({ database })
  const before = await workspaceRows(database.url, other.id)
  const neighbours = (await theirs.get(`/messenger/api/conversations/${beside}`)).body
  const near = `message-${toThem.id}`
  const foreign = [
    ...new Set([
      beside,
      neighbour.body.contact.id,
      afar,
      near,
      ...Object.values(before).flat().flatMap(idsIn),
    ]),
  ]
  const attempts = operations.flatMap(operation =>
    slotsOf(operation, 'Preview', own).flatMap(slot =>
      foreign.map(id => ({ operation, ...slot.request(id) })),
    ),
  )
  const every = Math.max(1, Math.ceil(attempts.length / MOST))
  const statuses = new Map<number, number>()
  const leaks: string[] = []
  for (const { operation, url, body } of attempts.filter((_, at) => at % every === 0)) {
    const response = await fetch(origin + url, {
      method: operation.method,
      headers: { authorization: `Bearer ${me.token}`, 'content-type': 'application/json' },
      ...(body !== undefined && operation.method !== 'GET' && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
    const said = `${operation.method} ${url} ${JSON.stringify(body)} answered ${response.status} ${text}`
    if (response.status >= 500 || text.includes(MARK)) leaks.push(said.slice(0, 600))
  }
  console.log(`${attempts.length} attempts, of which one in ${every} was made:`, Object.fromEntries(statuses))
  expect(leaks.slice(0, 3)).toEqual([])
  expect(statuses.get(404)).toBeGreaterThan(100)
  expect(await workspaceRows(database.url, other.id)).toEqual(before)
  expect((await theirs.get(`/messenger/api/conversations/${beside}`)).body).toEqual(neighbours)
  expect((await theirs.get(`/messenger/api/conversations/${near}`)).body).toMatchObject({
    kind: 'message',
    unread: true,
  })
}, 120_000)

/** Whatever a row could be named by. */
/** What carries the mark is sent by nobody: an answer that repeats it would look like a leak. */
const idsIn = (row: Row): string[] =>
  Object.entries(row).flatMap(([column, value]) => {
    const text = String(value)
    const names = /(^|_)(id|email|key|identifier)$/.test(column) && value !== null
    return names && text.length > 5 && !text.includes(MARK) ? [text] : []
  })
