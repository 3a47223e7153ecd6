import { expect, test } from 'vitest'
import { startGuichet } from '../support/guichet.ts'
import { officialClient } from '../support/sdk.ts'

const guichet = await startGuichet()
const client = officialClient(guichet.origin, guichet)

test('a tag is found, listed and deleted', async () => {
  const { id = '' } = await client.tags.create({ name: 'Listed' })
  expect(await client.tags.find({ tag_id: id })).toMatchObject({ id, name: 'Listed' })
  expect((await client.tags.list()).data).toContainEqual({ type: 'tag', id, name: 'Listed' })
  await client.tags.delete({ tag_id: id })
  await expect(client.tags.find({ tag_id: id })).rejects.toMatchObject({ statusCode: 404 })
})

test('assignment rules are run at the versions that have them, and refused at the default one of the client', async () => {
  const { id = '' } = await client.contacts.create({ email: 'rules@tags.example' })
  const started = await client.conversations.create({ from: { type: 'user', id }, body: 'Who is there?' })
  const conversation_id = started.conversation_id ?? ''
  const refused = client.conversations.runAssignmentRules({ conversation_id })
  await expect(refused).rejects.toMatchObject({ statusCode: 400 })
  const assigned = await client.conversations.runAssignmentRules({ conversation_id }, { version: '2.11' })
  expect(assigned).toMatchObject({ id: conversation_id })
})
