import type pg from 'pg'
import type { Guichet } from './guichet.ts'

/** Rows of each noun. */
export const MANY = 20_000

/**
 * Fills the workspace of a test, in a database of its own, with many contacts, companies, conversations and tickets, and tells
 * the planner. Answers with
 * fields the workspace defines itself, one of each noun that has such.
 */
export async function fillWorkspace(guichet: Guichet, client: pg.Client) {
  const { id, api, ownerId } = guichet
  for (const model of ['contact', 'company'])
    await api.post('/data_attributes', { name: `kind_${model}`, model, data_type: 'string' })
  await api.post('/conversations/attributes', { name: 'kind', data_type: 'string' })
  const { body: type } = await api.post('/ticket_types', { name: 'Type' })
  const attribute = { name: 'Kind', description: '', data_type: 'string' }
  const { body: kind } = await api.post(`/ticket_types/${type.id}/attributes`, attribute)
  const [state] = type.ticket_states.data
  for (const [text, ...more] of [
    [CONTACTS],
    [COMPANIES],
    [CONVERSATIONS, ownerId],
    [TICKETS, Number(type.id), Number(state.id), String(kind.id)],
  ])
    await client.query(String(text), [id, MANY, ...more])
  // Every row is looked at, and nobody looks again: from a sample the planner would know another thing each time.
  for (const table of BIG) await client.query(`alter table ${table} set (autovacuum_enabled = off)`)
  await client.query('set default_statistics_target = 1000')
  await client.query('vacuum (analyze)')
  return {
    contacts: ['custom_attributes.kind_contact'],
    companies: ['custom_attributes.kind_company'],
    conversations: ['custom_attributes.kind'],
    tickets: [`ticket_attribute.${kind.id}`],
  }
}

/** The tables that hold many rows. */
export const BIG = ['contacts', 'companies', 'conversations', 'tickets']

const HEX = `lpad(to_hex(n), 24, '0')`

const CONTACTS = `insert into contacts (workspace_id, id, role, external_id, email, phone, name, created_at, updated_at,
    signed_up_at, last_seen_at, last_replied_at, browser, os, location_country, location_city, custom_attributes)
  select $1, ${HEX}, case when n % 200 = 0 then 'lead' else 'user' end, 'external-' || n, 'person' || n || '@domain' || n % 2000 || '.com',
    '+1' || n, 'Person ' || n, 1600000000 + n * 1000, 1600000000 + n * 1000, 1600000000 + n * 1000,
    1600000000 + n * 1000, 1600000000 + n * 1000, 'browser' || n % 50, 'os' || n % 20, 'country' || n % 100,
    'city' || n % 900, jsonb_build_object('kind_contact', 'kind ' || n)
  from generate_series(1, $2::int) n`

const COMPANIES = `insert into companies (workspace_id, id, company_id, name, size, website, industry, monthly_spend, session_count,
    user_count, remote_created_at, last_request_at, custom_attributes, created_at, updated_at)
  select $1, ${HEX}, 'company-' || n, 'Company ' || n, n, 'https://company' || n || '.com', 'industry' || n % 500, n, n, n,
    1600000000 + n * 1000, 1600000000 + n * 1000, jsonb_build_object('kind_company', 'kind ' || n), 1600000000 + n * 1000,
    1600000000 + n * 1000
  from generate_series(1, $2::int) n`

/** The id of the n-th of what a statement writes: far from those that requests draw. */
const CONVERSATIONS = `insert into conversations (workspace_id, id, created_at, updated_at, state, priority, admin_assignee_id,
    waiting_since, source_type, source_subject, source_body, source_text, source_url, source_author_type, source_author_id,
    source_author_name, source_author_email, custom_attributes)
  select $1, 7000000000 + n, 1600000000 + n * 1000, 1600000000 + n * 1000, case when n % 500 = 0 then 'snoozed' when n % 300 = 1
      then 'closed' else 'open' end, case when n % 300 = 0 then 'urgent' else 'none' end, case when n % 200 = 0 then $3::bigint end,
    1600000000 + n * 1000, 'conversation', 'Subject ' || n, '<p>Words ' || n || '</p>', 'Words ' || n, 'https://site' || n,
    'user', ${HEX}, 'Person ' || n, 'person' || n || '@example.com', jsonb_build_object('kind', 'kind ' || n)
  from generate_series(1, $2::int) n`

const TICKETS = `with made as (
    insert into conversations (workspace_id, id, is_ticket, created_at, updated_at, state)
    select $1, 7100000000 + n, true, 1600000000 + n * 1000, 1600000000 + n * 1000, case when n % 300 = 1 then 'closed' else 'open' end
    from generate_series(1, $2::int) n returning id)
  insert into tickets (workspace_id, id, ticket_type_id, ticket_state_id, category, title, description, attributes)
  select $1, id, $3::bigint, $4::bigint, case when id % 300 = 0 then 'Tracker' else 'Customer' end, 'Title ' || id, 'Words ' || id,
    jsonb_build_object($5::text, 'kind ' || id)
  from made`
