import { describe, expect, it } from 'vitest'
import { Article } from '../models/article.ts'
import { Conversation } from '../models/conversation.ts'
import { Ticket } from '../models/ticket.ts'
import { CreateDataAttributeRequest } from '../operations/data-attributes.ts'
import { UpdateTicketRequest } from '../operations/tickets.ts'
import { type JsonSchema, renderer, upgrader } from '../render.ts'
import type { TSchema } from '../schema.ts'
import type { Version } from '../version.ts'

describe('going back', () => {
  it('tells the state of a ticket by its category below 2.12', () => {
    const old = render('2.11', Ticket)
    expect(old).toMatchObject({ ticket_state: 'submitted', ticket_state_internal_label: '1' })
    expect(old).not.toHaveProperty('previous_ticket_state_id')
  })

  it('turns assignees of tickets into strings and of conversations into null', () => {
    expect(render('2.15', Ticket)).toMatchObject({ admin_assignee_id: '0', team_assignee_id: '0' })
    expect(render('2.15', Conversation)).toMatchObject({ admin_assignee_id: null, priority: 'not_priority' })
    expect(render('2.16', Conversation)).toMatchObject({ admin_assignee_id: 0, priority: 'none' })
  })

  it('names the first parent of an article by itself below 2.16', () => {
    expect(render('2.15', Article)).toMatchObject({ parent_id: 0, parent_type: 'collection' })
    expect(render('2.16', Article)).not.toHaveProperty('parent_id')
  })
})

describe('going forward', () => {
  it('lifts the assignment and the state of a ticket', () => {
    const body = { state: 'resolved', assignment: { admin_id: 1, assignee_id: '2' } }
    expect(upgrader('2.11', UpdateTicketRequest)?.(body)).toEqual({
      ticket_state_id: 'resolved',
      admin_id: '1',
      assignee_id: '2',
    })
  })

  it('drops what a version does not know', () => {
    expect(upgrader('2.9', UpdateTicketRequest)?.({ open: false, is_shared: true })).toEqual({
      is_shared: true,
    })
  })

  it('makes options of a data attribute objects', () => {
    const body = { name: 'Size', model: 'company', data_type: 'string', options: ['1', '2'] }
    expect(upgrader('2.13', CreateDataAttributeRequest)?.(body)).toMatchObject({
      data_type: 'options',
      options: [{ value: '1' }, { value: '2' }],
    })
  })
})

function render(version: Version, schema: TSchema): unknown {
  return renderer(version, schema)?.(sample(schema)) ?? sample(schema)
}

/** A value of a schema with all its fields: zero for numbers, one item in every list, digits for texts. */
function sample(schema: JsonSchema): unknown {
  if ('const' in schema) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.anyOf) return sample(schema.anyOf[0] ?? {})
  if (schema.items) return [sample(schema.items)]
  if (schema.properties) {
    return Object.fromEntries(Object.entries(schema.properties).map(([name, field]) => [name, sample(field)]))
  }
  return plain[schema.type ?? ''] ?? null
}

const plain: Record<string, unknown> = { string: '1', integer: 0, number: 0, boolean: true, object: {} }
