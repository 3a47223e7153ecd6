import { expect, test } from 'vitest'
import { acting } from '../../test/support/acting.ts'
import { startGuichet } from '../../test/support/guichet.ts'
import { createWorkflow } from '../domain/workflow-export/index.ts'

const guichet = await startGuichet()
const { api, clock, database, createWorkspace } = guichet

const build = (more: object = {}) =>
  database.transaction(tx =>
    createWorkflow(tx, acting(guichet, guichet), {
      ...{ title: 'Welcome', trigger_type: 'inbound_conversation', ...more },
    }),
  )

const iso = (at: number): string => new Date(at * 1000).toISOString().replace('.000', '')

test('a workflow is exported with all it is set up to do', async () => {
  const setUp = {
    ...{ description: 'Asks what it is about', state: 'live', target_channels: ['chat'] },
    ...{ preferred_devices: ['desktop'], targeting: { role: 'user' }, snapshot: { steps: [{ id: 1 }] } },
    ...{ attributes: [{ name: 'topic' }], embedded_rules: [{ id: 2 }] },
  }
  const id = await build(setUp)
  for (const version of ['2.15', '2.16', 'Preview'] as const) {
    const { body } = await api.at(version).get(`/export/workflows/${id}`)
    expect(body).toEqual({
      export_version: '1.0',
      exported_at: iso(clock.now()),
      app_id: guichet.appId,
      workflow: {
        ...{ id: String(id), title: 'Welcome', trigger_type: 'inbound_conversation', ...setUp },
        ...{ created_at: iso(clock.now()), updated_at: iso(clock.now()) },
      },
    })
  }
})

test('a workflow may be hardly set up at all', async () => {
  const { body } = await api.get(`/export/workflows/${await build()}`)
  expect(body.workflow).toMatchObject({
    ...{ description: null, state: 'draft', target_channels: [], targeting: null, snapshot: null },
    ...{ attributes: [], embedded_rules: [] },
  })
})

test('a workflow that is unknown, or of another workspace, is not found', async () => {
  const id = await build()
  const other = await createWorkspace()
  for (const missing of [
    await other.api.get(`/export/workflows/${id}`),
    await api.get('/export/workflows/x'),
  ]) {
    expect(missing.status).toBe(404)
    expect(missing.body.errors[0]).toMatchObject({ code: 'not_found', message: 'Workflow not found' })
  }
  const older = await api.at('2.14').get(`/export/workflows/${id}`)
  expect(older.body.errors[0].code).toBe('intercom_version_invalid')
})
