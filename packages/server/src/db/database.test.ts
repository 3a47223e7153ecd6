import { sql } from 'kysely'
import { afterAll, expect, inject, test } from 'vitest'
import { type Database, openDatabase, type Tx } from './database.ts'
import { objectId, workspaceId } from './ids.ts'
import { json } from './json.ts'

const database: Database = openDatabase(inject('databaseUrl'))
afterAll(() => database.close())

async function buildWorkspace(): Promise<string> {
  const id = workspaceId()
  const row = { id, name: 'Test', created_at: 1, updated_at: 1 }
  await database.transaction(tx => tx.insertInto('workspaces').values(row).execute())
  return id
}

const addTag = (tx: Tx, workspace: string, name: string) =>
  tx
    .insertInto('tags')
    .values({ workspace_id: workspace, name, created_at: 1, updated_at: 1 })
    .returning('id')
    .executeTakeFirstOrThrow()

const tagNames = async (workspace: string): Promise<string[]> => {
  const rows = await database.read
    .selectFrom('tags')
    .select('name')
    .where('workspace_id', '=', workspace)
    .orderBy('id')
    .execute()
  return rows.map(row => row.name)
}

test('what a transaction wrote is there once it is done', async () => {
  const workspace = await buildWorkspace()
  const { id } = await database.transaction(tx => addTag(tx, workspace, 'VIP'))
  expect(id).toBeTypeOf('number')
  expect(await tagNames(workspace)).toEqual(['VIP'])
})

test('a transaction that throws leaves nothing, and its connection is fit for the next', async () => {
  const workspace = await buildWorkspace()
  const failing = database.transaction(async tx => {
    await addTag(tx, workspace, 'lost')
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  await database.transaction(tx => addTag(tx, workspace, 'kept'))
  expect(await tagNames(workspace)).toEqual(['kept'])
})

test('a failed statement that is swallowed does not pass for a commit', async () => {
  const workspace = await buildWorkspace()
  const swallowing = database.transaction(async tx => {
    await addTag(tx, workspace, 'lost')
    await sql`select 1/0`.execute(tx).catch(() => {})
  })
  await expect(swallowing).rejects.toThrow(/rolled back/)
  expect(await tagNames(workspace)).toEqual([])
})

test('a transaction that lost a deadlock is run again', async () => {
  const workspace = await buildWorkspace()
  const { id: a } = await database.transaction(tx => addTag(tx, workspace, 'a'))
  const { id: b } = await database.transaction(tx => addTag(tx, workspace, 'b'))
  let runs = 0
  let holding = 0
  const met = Promise.withResolvers<void>()
  const both = (first: number, second: number) =>
    database.transaction(async tx => {
      runs += 1
      await rename(tx, workspace, first)
      holding += 1
      if (holding === 2) met.resolve()
      await met.promise
      await rename(tx, workspace, second)
    })
  await Promise.all([both(a, b), both(b, a)])
  expect(runs).toBe(3)
})

const rename = (tx: Tx, workspace: string, id: number) =>
  tx
    .updateTable('tags')
    .set({ updated_at: 2 })
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .execute()

test('many reads at once each get their own answer', async () => {
  const asked = Array.from({ length: 500 }, (_, at) => at)
  const answers = await Promise.all(
    asked.map(at => sql<{ at: number }>`select ${at}::int8 as at`.execute(database.read)),
  )
  expect(answers.map(answer => answer.rows[0]?.at)).toEqual(asked)
})

test('a read that fails harms none of those beside it', async () => {
  const reads = [1, 0, 2, 0, 3].map(by => sql<{ n: number }>`select 6/${by}::int as n`.execute(database.read))
  const settled = await Promise.allSettled(reads)
  expect(settled.map(each => (each.status === 'fulfilled' ? each.value.rows[0]?.n : 'failed'))).toEqual([
    6,
    'failed',
    3,
    'failed',
    2,
  ])
})

test('a statement gives each use its own rows, whether uses before it failed or not', async () => {
  const divide = (by: number) => sql<{ n: number }>`select 60/${by}::int as n`.execute(database.read)
  const outcome = (by: number) =>
    divide(by).then(
      ({ rows }) => rows[0]?.n,
      () => 'failed',
    )
  for (let round = 0; round < 5; round += 1) {
    expect(await Promise.all([0, 1, 0, 2, 3, 0].map(outcome))).toEqual([
      'failed',
      60,
      'failed',
      30,
      20,
      'failed',
    ])
  }
})

test('a statement whose rows would change their shape under it is refused rather than misread', async () => {
  const alone = openDatabase(inject('databaseUrl'), { sizes: { readers: 1 } })
  const { unguarded } = alone
  const read = () => sql`select * from changing`.execute(unguarded.read)
  await unguarded.transaction(tx => sql`create table changing as select 1 as a`.execute(tx))
  for (let use = 0; use < 4; use += 1) expect((await read()).rows).toEqual([{ a: 1 }])
  await unguarded.transaction(tx => sql`alter table changing add column b text default 'b'`.execute(tx))
  await expect(read()).rejects.toThrow(/must not change result type/)
  await unguarded.transaction(tx => sql`drop table changing`.execute(tx))
  await alone.close()
})

test('a transaction that is over runs nothing more', async () => {
  const kept = await database.transaction(async tx => ({ tx }))
  await expect(sql`select 1`.execute(kept.tx)).rejects.toThrow(/is over/)
})

test('the read lane refuses to write', async () => {
  const workspace = await buildWorkspace()
  await expect(addTag(database.read, workspace, 'no')).rejects.toThrow(/read-only/)
})

test('a lost connection is replaced', async () => {
  const others = sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'guichet reads' and pid <> pg_backend_pid() and query like '%lost connection probe%'`
  const alone = openDatabase(inject('databaseUrl'), { sizes: { readers: 1 } })
  const probe = () => sql<{ one: number }>`select 1 as one /* lost connection probe */`.execute(alone.read)
  await probe()
  await others.execute(database.unguarded.read)
  await expect.poll(async () => (await probe().catch(() => undefined))?.rows).toEqual([{ one: 1 }])
  await alone.close()
})

test('a connection lost in a transaction fails that transaction and no other', async () => {
  const workspace = await buildWorkspace()
  const cut = database.transaction(async tx => {
    await addTag(tx, workspace, 'lost')
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(database.unguarded.read)
    await addTag(tx, workspace, 'lost too')
  })
  await expect(cut).rejects.toThrow()
  await Promise.all(['a', 'b'].map(name => database.transaction(tx => addTag(tx, workspace, name))))
  expect((await tagNames(workspace)).toSorted()).toEqual(['a', 'b'])
})

test('a statement that forgets the workspace never reaches the database', async () => {
  await expect(database.read.selectFrom('tags').select('id').execute()).rejects.toThrow(
    /does not pin workspace_id/,
  )
  await expect(
    database.unguarded.read.selectFrom('tags').select('id').limit(1).execute(),
  ).resolves.toBeDefined()
})

test('rows come back with numbers, booleans and parsed JSON', async () => {
  const workspace = await buildWorkspace()
  const id = objectId(1_719_490_100)
  const row = {
    workspace_id: workspace,
    id,
    role: 'user' as const,
    email: 'ann@example.com',
    created_at: 1_719_490_100,
    updated_at: 1,
  }
  await database.transaction(tx =>
    tx
      .insertInto('contacts')
      .values({ ...row, social_profiles: json([{ name: 'x' }]) })
      .execute(),
  )
  const found = await database.read
    .selectFrom('contacts')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .executeTakeFirstOrThrow()
  expect(found).toMatchObject({
    ...row,
    email_domain: 'example.com',
    has_hard_bounced: false,
    social_profiles: [{ name: 'x' }],
    custom_attributes: {},
  })
})

test('an e-mail is unique among users, and free for leads', async () => {
  const workspace = await buildWorkspace()
  const add = (role: 'user' | 'lead') =>
    database.transaction(tx =>
      tx
        .insertInto('contacts')
        .values({
          workspace_id: workspace,
          id: objectId(1),
          role,
          email: 'ann@example.com',
          created_at: 1,
          updated_at: 1,
        })
        .execute(),
    )
  await add('user')
  await add('lead')
  await add('lead')
  await expect(add('user')).rejects.toThrow(/contacts_user_email_key/)
})

test('a workspace goes with everything in it', async () => {
  const workspace = await buildWorkspace()
  await database.transaction(async tx => {
    const admin = await tx
      .insertInto('admins')
      .values({
        workspace_id: workspace,
        name: 'Ann',
        email: 'ann@example.com',
        created_at: 1,
        updated_at: 1,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const contact = {
      workspace_id: workspace,
      id: objectId(1),
      role: 'user' as const,
      owner_id: admin.id,
      created_at: 1,
      updated_at: 1,
    }
    await tx.insertInto('contacts').values(contact).execute()
    await tx
      .insertInto('conversations')
      .values({ workspace_id: workspace, admin_assignee_id: admin.id, created_at: 1, updated_at: 1 })
      .execute()
  })
  await database.transaction(tx => tx.deleteFrom('workspaces').where('id', '=', workspace).execute())
  expect(
    await database.read.selectFrom('admins').select('id').where('workspace_id', '=', workspace).execute(),
  ).toEqual([])
})
