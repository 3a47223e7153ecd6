import {
  type Compilable,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
} from 'kysely'
import { describe, expect, test } from 'vitest'
import type { DB } from './schema.d.ts'
import { assertTenantPinned } from './tenant-guard.ts'

const db = new Kysely<DB>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: inner => new PostgresIntrospector(inner),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

const judge = (query: Compilable) => () => assertTenantPinned(query.compile().query)
const tags = db.selectFrom('tags').select('tags.id')
const row = { workspace_id: 'w', name: 'VIP', created_at: 1, updated_at: 1 }

const held: Record<string, Compilable> = {
  'a pinned select': tags.where('workspace_id', '=', 'w'),
  'a pin among other conditions': tags
    .where('name', '=', 'a')
    .where('tags.workspace_id', '=', 'w')
    .where('id', '>', 1),
  'a pin by alias': db.selectFrom('tags as t').select('t.id').where('t.workspace_id', '=', 'w'),
  'a join on the same workspace': tags
    .innerJoin('taggings', join =>
      join.onRef('taggings.workspace_id', '=', 'tags.workspace_id').onRef('taggings.tag_id', '=', 'tags.id'),
    )
    .where('tags.workspace_id', '=', 'w'),
  'a left join held by its own condition': tags
    .leftJoin('taggings', join => join.onRef('tags.workspace_id', '=', 'taggings.workspace_id'))
    .where('tags.workspace_id', '=', 'w'),
  'a table held by a global one': db
    .selectFrom('access_tokens')
    .innerJoin('apps', 'apps.workspace_id', 'access_tokens.workspace_id')
    .select('apps.id'),
  'a correlated sub-query': tags
    .where('workspace_id', '=', 'w')
    .where(eb =>
      eb.exists(
        eb
          .selectFrom('taggings')
          .select('tag_id')
          .whereRef('taggings.workspace_id', '=', 'tags.workspace_id')
          .whereRef('taggings.tag_id', '=', 'tags.id'),
      ),
    ),
  'a common table expression': db
    .with('chosen', inner => inner.selectFrom('tags').selectAll().where('workspace_id', '=', 'w'))
    .selectFrom('chosen')
    .innerJoin('taggings', 'taggings.workspace_id', 'chosen.workspace_id')
    .select('chosen.id'),
  'an insert with the column': db.insertInto('tags').values(row),
  'an update': db.updateTable('tags').set({ name: 'b' }).where('workspace_id', '=', 'w'),
  'a delete': db.deleteFrom('tags').where('workspace_id', '=', 'w'),
  'a global table': db.selectFrom('workspaces').select('id'),
  'a cast value': tags.where('workspace_id', '=', sql<string>`${'w'}::text`),
  'raw SQL that names the column': tags
    .where('workspace_id', '=', 'w')
    .where(sql<boolean>`exists (select 1 from notes where workspace_id = ${'w'})`),
}

const loose: Record<string, Compilable> = {
  'a select without a pin': tags.where('id', '=', 1),
  'a pin that is only one of two ways': tags.where(eb =>
    eb.or([eb('workspace_id', '=', 'w'), eb('id', '=', 1)]),
  ),
  'a pin that excludes': tags.where('workspace_id', '!=', 'w'),
  'a column compared with itself': tags.whereRef('workspace_id', '=', 'workspace_id'),
  'a join that crosses': tags
    .innerJoin('taggings', 'taggings.tag_id', 'tags.id')
    .where('tags.workspace_id', '=', 'w'),
  'a pin in the condition of a left join': tags.leftJoin('taggings', join =>
    join.on('tags.workspace_id', '=', 'w').on('taggings.workspace_id', '=', 'w'),
  ),
  'a right join': tags
    .rightJoin('taggings', 'taggings.workspace_id', 'tags.workspace_id')
    .where('tags.workspace_id', '=', 'w'),
  'a loose sub-query': tags
    .where('workspace_id', '=', 'w')
    .where('id', 'in', inner => inner.selectFrom('taggings').select('tag_id')),
  'two tables that only hold each other': tags.innerJoin(
    'taggings',
    'taggings.workspace_id',
    'tags.workspace_id',
  ),
  'a loose common table expression': db
    .with('chosen', inner => inner.selectFrom('tags').select('id'))
    .selectFrom('chosen')
    .selectAll(),
  'one half of a union': tags
    .where('workspace_id', '=', 'w')
    .unionAll(db.selectFrom('tags').select('tags.id')),
  'an update without a pin': db.updateTable('tags').set({ name: 'b' }).where('id', '=', 1),
  'a delete without a pin': db.deleteFrom('tags').where('id', '=', 1),
  'an insert from a loose select': db
    .insertInto('event_types')
    .columns(['workspace_id', 'name', 'created_at'])
    .expression(db.selectFrom('tags').select(['workspace_id', 'name', 'created_at'])),
  'raw SQL that does not name the column': tags
    .where('workspace_id', '=', 'w')
    .where(sql<boolean>`exists (select 1 from notes where body = 'x')`),
}

describe('the tenant guard lets pass', () => {
  test.each(Object.entries(held))('%s', (_name, query) => expect(judge(query)).not.toThrow())
})

describe('the tenant guard refuses', () => {
  test.each(Object.entries(loose))('%s', (_name, query) =>
    expect(judge(query)).toThrow(/does not pin workspace_id/),
  )
})
