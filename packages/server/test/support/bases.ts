import type { AliveIds } from './alive-ids.ts'

/** Bodies that go through, for operations whose fields depend on each other: by operation, from the caller's own ids. */
export function basesFor(operation: string, own: AliveIds): object[] {
  return BASES[operation]?.(name => own[name]?.[0] ?? '') ?? []
}

type Own = (noun: string) => string

const text = { body: 'Words', message_type: 'comment' }

const replies = (own: Own): object[] => [
  { ...text, type: 'admin', admin_id: own('admins') },
  { ...text, message_type: 'note', type: 'admin', admin_id: own('admins') },
  { ...text, type: 'user', intercom_user_id: own('contacts') },
  { ...text, type: 'user', user_id: own('find_by_external_id') },
  { ...text, type: 'user', email: 'someone@example.com' },
]

const query = (field: string, value: string, operator = '='): object => ({
  query: { field, operator, value },
})

const BASES: Record<string, (own: Own) => object[]> = {
  'POST /conversations/{id}/reply': replies,
  'POST /tickets/{id}/reply': replies,
  'POST /conversations/{id}/parts': own => [
    { message_type: 'assignment', type: 'admin', admin_id: own('admins'), assignee_id: own('admins') },
    { message_type: 'assignment', type: 'team', admin_id: own('admins'), assignee_id: '0' },
    { message_type: 'open', admin_id: own('admins') },
  ],
  'POST /messages': own => [
    ...[
      { type: 'user', id: own('contacts') },
      { type: 'lead', id: own('contacts') },
    ].map(to => ({
      ...{ message_type: 'inapp', body: 'Words', from: { type: 'admin', id: own('admins') } },
      ...{ to, create_conversation_without_contact_reply: true },
    })),
    { body: 'Words', from: { type: 'user', id: own('contacts') } },
    { body: 'Words', from: { type: 'user', user_id: own('find_by_external_id') } },
    { body: 'Words', from: { type: 'user', email: 'someone@example.com' } },
  ],
  'POST /conversations': own => [{ body: 'Words', from: { type: 'user', id: own('contacts') } }],
  'POST /tickets': own => [
    { ticket_type_id: own('ticket_types'), contacts: [{ id: own('contacts') }] },
    { ticket_type_id: own('ticket_types'), contacts: [{ external_id: own('find_by_external_id') }] },
  ],
  'POST /tickets/enqueue': own => [
    { ticket_type_id: own('ticket_types'), contacts: [{ id: own('contacts') }] },
  ],
  'PUT /tickets/{id}': own => [
    { admin_id: own('admins'), assignment: { admin_id: own('admins'), assignee_id: own('admins') } },
    { ticket_state_id: own('ticket_states') },
  ],
  'POST /tickets/{ticket_id}/change_type': own => [
    { ticket_type_id: own('ticket_types'), ticket_state_id: own('ticket_states'), ticket_attributes: {} },
  ],
  'POST /tags': own => [
    { id: own('tags'), name: 'Renamed' },
    { name: 'Applied', users: [{ id: own('contacts') }] },
    { name: 'Applied', companies: [{ id: own('companies') }] },
    { name: 'Applied', companies: [{ company_id: 'own-co' }] },
    { name: 'Applied', users: [{ id: own('contacts'), untag: true }] },
  ],
  'POST /visitors/convert': own => [
    { type: 'user', user: { id: own('contacts') }, visitor: { id: own('contacts') } },
    { type: 'lead', user: { user_id: 'own' }, visitor: { user_id: 'own' } },
  ],
  'POST /conversations/{id}/customers': own => [
    { admin_id: own('admins'), customer: { intercom_user_id: own('contacts') } },
    { customer: { intercom_user_id: own('contacts'), customer: { intercom_user_id: own('contacts') } } },
    { admin_id: own('admins'), customer: { user_id: 'own' } },
  ],
  'POST /conversations/redact': own => [
    {
      ...{ type: 'conversation_part', conversation_id: own('conversations') },
      conversation_part_id: own('conversation_parts'),
    },
    { type: 'source', conversation_id: own('conversations'), source_id: own('sources') },
  ],
  'POST /events': own => [
    { event_name: 'ordered', created_at: 1_700_000_000, id: own('contacts') },
    { event_name: 'ordered', created_at: 1_700_000_000, user_id: own('find_by_external_id') },
    { event_name: 'ordered', created_at: 1_700_000_000, email: 'own.user@example.com' },
  ],
  'POST /content_stats': own =>
    [
      { id: own('contacts') },
      { external_id: own('find_by_external_id') },
      { email: 'own.user@example.com' },
    ].map((contact, place) => ({
      ...{
        content_type: 'post',
        content_id: 'own',
        stat_type: 'receipt',
        receipt_id: `own ${place}`,
        contact,
      },
      ...{ company: { id: own('companies') }, tags: [{ id: own('tags') }] },
    })),
  'POST /contacts/search': own =>
    ['id', 'external_id', 'email', 'owner_id', 'tag_id', 'segment_id', 'custom_attributes.hostile'].map(
      field => query(field, own('contacts')),
    ),
  'POST /companies/search': own =>
    ['id', 'company_id', 'tag_id'].map(field => query(field, own('companies'))),
  'POST /conversations/search': own =>
    [
      ...[
        'id',
        'source.id',
        'source.author.id',
        'source.author.email',
        'contact_ids',
        'teammate_ids',
        'tag_ids',
      ],
      ...['admin_assignee_id', 'team_assignee_id', 'conversation_rating.contact_id'],
    ].map(field => query(field, own('conversations'))),
  'POST /tickets/search': own =>
    ['id', 'ticket_type_id', 'contact_ids', 'teammate_ids', 'admin_assignee_id', 'team_assignee_id'].map(
      field => query(field, own('tickets')),
    ),
}
