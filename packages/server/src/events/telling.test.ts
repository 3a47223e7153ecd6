import { NEWEST } from '@guichet/contract/version.ts'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { EventStream } from '../../test/support/event-stream.ts'
import { startGuichet } from '../../test/support/guichet.ts'
import { drainEvents, logged } from '../../test/support/happened.ts'
import { buildMember, signedIn } from '../../test/support/members.ts'
import { TENANT_TABLES } from '../db/tenant-tables.ts'

const guichet = await startGuichet()
const { database, origin } = guichet

const told = async (of: { id: string }) =>
  (await logged({ database, id: of.id })).map(({ topic, object, actor }) => ({ topic, ...object, actor }))

test('a change that no topic tells of is in the log, with who made it', async () => {
  const workspace = await guichet.createWorkspace()
  const { api, ownerId, appId } = workspace
  const { id } = (await api.post('/tags', { name: 'Told' })).body
  await api.delete(`/tags/${id}`)
  const actor = { admin_id: ownerId, app_id: appId }
  // Both had happened by the time that they got their place, so the later one stands for both.
  expect(await told(workspace)).toEqual([{ topic: 'object.deleted', type: 'tag', id, actor }])
  const again = (await api.post('/tags', { name: 'Told again' })).body
  expect(await told(workspace)).toContainEqual({ topic: 'object.changed', type: 'tag', id: again.id, actor })
})

test('where a topic tells of an object, that it has changed is not said beside it', async () => {
  const workspace = await guichet.createWorkspace()
  const { body } = await workspace.api.post('/articles', { title: 'Told', author_id: workspace.ownerId })
  expect(await told(workspace)).toMatchObject([{ topic: 'article.created', type: 'article', id: body.id }])
})

test('what is written as it was is not told of', async () => {
  const workspace = await guichet.createWorkspace()
  const { body } = await workspace.api.post('/tags', { name: 'Same' })
  const before = await told(workspace)
  await database.transaction(tx =>
    tx
      .updateTable('tags')
      .set({ name: 'Same' })
      .where('workspace_id', '=', workspace.id)
      .where('id', '=', Number(body.id))
      .execute(),
  )
  expect(await told(workspace)).toEqual(before)
})

test('a workspace begins with an empty log, and takes its own along when it goes', async () => {
  const { id, api } = await guichet.createWorkspace()
  expect(await logged({ database, id })).toEqual([])
  await api.post('/tags', { name: 'Logged' })
  await drainEvents(guichet)
  await api.post('/tags', { name: 'Waiting' })
  await database.unguarded.transaction(tx => tx.deleteFrom('workspaces').where('id', '=', id).execute())
  await drainEvents(guichet)
  const { rows } = await sql`select from event_inbox where workspace_id = ${id}
    union all select from event_log where workspace_id = ${id}`.execute(database.unguarded.read)
  expect(rows).toEqual([])
})

test('the feed tells it to whoever may read the object, and no app can have it sent', async () => {
  const workspace = await guichet.createWorkspace({ scopes: ['read_events', 'read_tags'] })
  const full = await guichet.createWorkspace()
  for (const { id } of [workspace, full])
    await database.transaction(async tx => {
      const now = guichet.clock.now()
      const times = { created_at: now, updated_at: now }
      await tx
        .insertInto('tags')
        .values({ workspace_id: id, name: 'Seen', ...times })
        .execute()
      await tx
        .insertInto('teams')
        .values({ workspace_id: id, name: 'Unseen', ...times })
        .execute()
    })
  await drainEvents(guichet)
  const typesIn = async (of: typeof full, query = '') =>
    (await of.api.get(`/events_feed${query}`)).body.events.map(
      ({ object }: { object: { type: string } }) => object.type,
    )
  expect(await typesIn(workspace)).toEqual(['tag'])
  expect(await typesIn(full)).toEqual(['tag', 'team'])
  expect(await typesIn(full, '?topic=object.changed&include=item')).toEqual(['tag', 'team'])
  const { body: app } = await full.api.post('/app/api/apps', {
    name: 'Curious',
    scopes: [],
    api_version: NEWEST,
  })
  const { status } = await full.api.put(`/app/api/apps/${app.id}/webhook`, {
    ...{ url: 'https://example.com', topics: ['object.changed'] },
  })
  expect(status).toBe(422)
})

test('whoever has the inbox open hears of it, so that what is shown is looked at again', async () => {
  const agent = await signedIn(guichet, await buildMember(guichet, 'agent'))
  await drainEvents(guichet)
  const stream = await EventStream.open(`${origin}/app/api/stream`, agent.caller)
  await stream.next('hello')
  const { body } = await guichet.api.post('/tags', { name: 'Live' })
  await drainEvents(guichet)
  const change = await stream.next('change')
  expect(change?.data).toMatchObject({ topic: 'object.changed', object: { type: 'tag', id: body.id } })
  expect(change?.data).not.toHaveProperty('item')
  stream.close()
})

test('every table of a workspace tells of its rows, but for those with a reason not to', async () => {
  const { rows } = await sql<{ name: string; triggers: number; reason: string | null }>`
    select c.relname::text as name, s.reason,
      (select count(*) from pg_trigger t where t.tgrelid = c.oid and t.tgname like 'tell\_%') as triggers
    from pg_class c left join telling.silent s on s.table_name = c.relname
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`.execute(database.unguarded.read)
  const tables = rows.filter(({ name }) => TENANT_TABLES.has(name))
  const silent = tables.filter(({ triggers }) => triggers === 0)
  expect(silent.filter(({ reason }) => reason === null).map(({ name }) => name)).toEqual([])
  expect(tables.filter(({ triggers }) => triggers !== 0 && triggers !== 3)).toEqual([])
  expect(tables.length - silent.length).toBeGreaterThan(60)
})
