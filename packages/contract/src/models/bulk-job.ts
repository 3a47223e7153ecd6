import { model, nullable, oneOf, Timestamp, Type } from '../schema.ts'

const state = oneOf('pending', 'running', 'completed', 'completed_with_errors')

const bulkJob = <N extends string, T extends string>(name: N, type: T) =>
  model(name, {
    id: Type.String(),
    type: Type.Literal(type),
    state,
    created_at: Timestamp(),
    updated_at: Timestamp(),
    completed_at: nullable(Timestamp()),
    tasks: Type.Array(
      Type.Object({
        id: Type.String(),
        item_count: Type.Integer(),
        state,
        created_at: Timestamp(),
        started_at: nullable(Timestamp()),
        completed_at: nullable(Timestamp()),
      }),
    ),
    url: Type.String(),
  })

export const ContactsBulkJob = bulkJob('contacts_bulk_job', 'contacts.bulk.job')

export const CompaniesBulkJob = bulkJob('companies_bulk_job', 'companies.bulk.job')
