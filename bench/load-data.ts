import pg from 'pg'

/** How much the bench works on; a `scale` of 1 is the size that the targets are set for. */
export interface Volume {
  contacts: number
  companies: number
  conversations: number
  parts: number
  articles: number
}

export const volume = (scale: number): Volume => ({
  contacts: Math.round(200_000 * scale),
  companies: Math.round(20_000 * scale),
  conversations: Math.round(100_000 * scale),
  parts: Math.round(1_000_000 * scale),
  articles: Math.round(10_000 * scale),
})

/** Fills a workspace with generated rows, by SQL alone: contacts, their companies, conversations and parts. */
export async function loadData(
  url: string,
  workspaceId: string,
  of: Volume,
  log: (line: string) => void,
): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('set synchronous_commit = off')
    for (const [what, sql] of Object.entries(statements(of))) {
      const started = performance.now()
      await client.query(sql.replaceAll(':ws', client.escapeLiteral(workspaceId)))
      log(`loaded ${what} in ${((performance.now() - started) / 1000).toFixed(1)} s`)
    }
    for (const { id, table } of SEQUENCES) {
      await client.query(`select setval('${id}', (select coalesce(max(id), 0) + 1 from ${table}))`)
    }
    await client.query('vacuum (analyze)')
    await client.query('checkpoint')
  } finally {
    await client.end()
  }
}

const SEQUENCES = [
  { id: 'conversation_id_seq', table: 'conversations' },
  { id: 'conversation_part_id_seq', table: 'conversation_parts' },
]

/** Ids are made of the row's number, so that a request can name any row without asking. */
export const contactId = (n: number): string => `5ba682d2${n.toString(16).padStart(16, '0')}`
export const companyId = (n: number): string => `531ee472${n.toString(16).padStart(16, '0')}`

const START = 1_700_000_000

/** Conversations of fifty parts, numbered after all others. */
export const LONG_CONVERSATIONS = 20

const statements = (of: Volume): Record<string, string> => ({
  contacts: `
    insert into contacts (workspace_id, id, role, external_id, email, name, phone, created_at, updated_at, last_seen_at,
      signed_up_at, browser, os, location_country, location_city, custom_attributes)
    select :ws, '5ba682d2' || lpad(to_hex(n), 16, '0'), case when n % 5 = 0 then 'lead' else 'user' end, 'ext-' || n,
      'person' || n || '@company' || n % ${of.companies} || '.example', 'Person Number ' || n, '+3312345' || n,
      ${START} + n * 60, ${START} + n * 90, ${START} + n * 95, ${START} + n * 60, 'chrome', 'OS X', 'France', 'Paris',
      jsonb_build_object('plan', case n % 3 when 0 then 'free' when 1 then 'pro' else 'team' end, 'seats', n % 50)
    from generate_series(1, ${of.contacts}) n`,
  companies: `
    insert into companies (workspace_id, id, company_id, name, monthly_spend, user_count, created_at, updated_at, last_request_at)
    select :ws, '531ee472' || lpad(to_hex(n), 16, '0'), 'company-' || n, 'Company ' || n, n % 1000, 10,
      ${START} + n * 60, ${START} + n * 90, ${START} + n * 95
    from generate_series(1, ${of.companies}) n`,
  memberships: `
    insert into contact_companies (workspace_id, contact_id, company_id, created_at)
    select :ws, '5ba682d2' || lpad(to_hex(n), 16, '0'), '531ee472' || lpad(to_hex(n % ${of.companies} + 1), 16, '0'), ${START} + n * 60
    from generate_series(1, ${of.contacts}) n`,
  conversations: `
    insert into conversations (workspace_id, id, created_at, updated_at, state, source_body, source_text, source_author_type,
      source_author_id, source_author_name, source_author_email, count_conversation_parts, waiting_since)
    select :ws, n, ${START} + n * 120, ${START} + n * 130, case n % 4 when 0 then 'closed' else 'open' end,
      '<p class="no-margin">Question ' || n || ' about my invoice</p>', 'Question ' || n || ' about my invoice', 'user',
      '5ba682d2' || lpad(to_hex(n), 16, '0'), 'Person Number ' || n, 'person' || n || '@company.example', 11,
      ${START} + n * 120
    from generate_series(1, ${of.conversations}) n`,
  participants: `
    insert into conversation_contacts (workspace_id, conversation_id, contact_id, created_at)
    select :ws, n, '5ba682d2' || lpad(to_hex(n), 16, '0'), ${START} + n * 120
    from generate_series(1, ${of.conversations}) n`,
  // The first thousand conversations have twenty parts; the rest share what is left.
  parts: `
    insert into conversation_parts (workspace_id, conversation_id, id, part_type, body, text, created_at, updated_at,
      author_type, author_id, author_name, author_email)
    select :ws, case when n <= 20000 then (n - 1) / 20 + 1 else 1000 + (n % ${of.conversations - 1000}) + 1 end, n, 'comment',
      '<p class="no-margin">Part ' || n || ' of the thread, long enough to be a real sentence.</p>',
      'Part ' || n || ' of the thread, long enough to be a real sentence.', ${START} + n, ${START} + n, 'user',
      '5ba682d2' || lpad(to_hex(n % ${of.contacts} + 1), 16, '0'), 'Person', 'person@company.example'
    from generate_series(1, ${of.parts}) n`,
  'long conversations': `
    with added as (
      insert into conversations (workspace_id, id, created_at, updated_at, state, source_body, source_text, source_author_type,
        source_author_id, source_author_name, count_conversation_parts)
      select :ws, ${of.conversations} + n, ${START}, ${START}, 'open', '<p class="no-margin">A long story</p>', 'A long story', 'user',
        '5ba682d2' || lpad(to_hex(n), 16, '0'), 'Person Number ' || n, 51
      from generate_series(1, ${LONG_CONVERSATIONS}) n returning id),
    joined as (
      insert into conversation_contacts (workspace_id, conversation_id, contact_id, created_at)
      select :ws, id, '5ba682d2' || lpad(to_hex(id - ${of.conversations}), 16, '0'), ${START} from added)
    insert into conversation_parts (workspace_id, conversation_id, id, part_type, body, text, created_at, updated_at,
      author_type, author_id, author_name, author_email)
    select :ws, added.id, ${of.parts} + (added.id - ${of.conversations} - 1) * 50 + k, 'comment',
      '<p class="no-margin">Part ' || k || ' of a long story.</p>', 'Part ' || k || ' of a long story.', ${START} + k, ${START} + k,
      'user', '5ba682d2' || lpad(to_hex(added.id - ${of.conversations}), 16, '0'), 'Person', 'person@company.example'
    from added, generate_series(1, 50) k`,
})
