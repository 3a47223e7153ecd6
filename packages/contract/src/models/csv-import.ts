import { model, nullable, oneOf, optional, Timestamp, Type } from '../schema.ts'

/** What a column of a file becomes: a field of its own, an attribute that is there, a new one, or nothing. */
export const ImportColumnTarget = model('import_column_target', {
  to: oneOf(
    ...([
      'ignore',
      'external_id',
      'email',
      'phone',
      'name',
      'owner_id',
      'signed_up_at',
      'last_seen_at',
    ] as const),
    ...(['unsubscribed_from_emails', 'company_id', 'company_name', 'plan', 'size', 'website'] as const),
    ...(['industry', 'monthly_spend', 'remote_created_at', 'attribute', 'new_attribute'] as const),
  ),
  /** Of an attribute: its name. */
  name: optional(Type.String()),
  /** Of a new one: its type. */
  data_type: optional(oneOf('string', 'integer', 'float', 'boolean', 'date')),
})

export const ImportColumn = model('import_column', {
  name: Type.String(),
  samples: Type.Array(Type.String()),
  /** What its name and its values speak for. */
  guess: ImportColumnTarget,
})

export const RejectedRow = model('rejected_row', {
  /** As a program for tables numbers it, the head being 1. */
  row: Type.Integer(),
  reason: Type.String(),
})

export const CsvImport = model('csv_import', {
  type: Type.Literal('csv_import'),
  id: Type.String(),
  model: oneOf('contact', 'company'),
  name: Type.String(),
  status: oneOf('uploaded', 'checking', 'checked', 'running', 'done', 'cancelled', 'failed'),
  size: Type.Integer(),
  encoding: Type.String(),
  delimiter: Type.String(),
  columns: Type.Array(ImportColumn),
  mapping: Type.Array(ImportColumnTarget),
  role: oneOf('user', 'lead'),
  tag: nullable(Type.String()),
  /** How many rows there are, how many are done, and what those came to. */
  row_count: Type.Integer(),
  position: Type.Integer(),
  created: Type.Integer(),
  updated: Type.Integer(),
  rejected: Type.Integer(),
  /** The first rows that were rejected. */
  rejects: Type.Array(RejectedRow),
  fault: nullable(Type.String()),
  created_at: Timestamp(),
  updated_at: Timestamp(),
})

export const CsvImportList = model('csv_import_list', {
  type: Type.Literal('list'),
  data: Type.Array(CsvImport),
})
