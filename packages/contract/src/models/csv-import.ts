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

/** Somebody, or a company, that undoing an import left as it is, and why. */
export const KeptByUndo = model('kept_by_undo', {
  type: oneOf('contact', 'company'),
  id: Type.String(),
  name: nullable(Type.String()),
  /** It was changed since; it has conversations, notes or the like since; what it was cannot be any more. */
  reason: oneOf('changed', 'in_use', 'refused'),
  /** Which fields were changed, or why it was refused. */
  details: nullable(Type.String()),
})

export const CsvImport = model('csv_import', {
  type: Type.Literal('csv_import'),
  id: Type.String(),
  model: oneOf('contact', 'company'),
  name: Type.String(),
  status: oneOf(
    'uploaded',
    'checking',
    'checked',
    'running',
    'done',
    'cancelled',
    'failed',
    'undoing',
    'undone',
  ),
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
  /** Until when what it did can be taken back; null where there is nothing to take back, or it is too late. */
  undo_until: nullable(Timestamp()),
  /** Of taking back: how many things there are to, how many are as they were before, and how many were left as they are. */
  changes: Type.Integer(),
  undone: Type.Integer(),
  kept: Type.Integer(),
  /** The first that were left as they are. */
  kept_objects: Type.Array(KeptByUndo),
  created_at: Timestamp(),
  updated_at: Timestamp(),
})

export const CsvImportList = model('csv_import_list', {
  type: Type.Literal('list'),
  data: Type.Array(CsvImport),
})
