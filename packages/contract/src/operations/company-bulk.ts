import { errors } from '../errors.ts'
import { CompaniesBulkJob } from '../models/bulk-job.ts'
import { family } from '../operation.ts'
import {
  Dictionary,
  IdInput,
  IntegerInput,
  model,
  nullable,
  optional,
  type TProperties,
  Type,
  texts,
} from '../schema.ts'

const job = optional(Type.Object({ id: IdInput() }))

const id = texts(IdInput(), { missing: errors.bulkCompanyWithoutId })

/** Refusals here are 422, in words of their own. */
const companiesOf = <P extends TProperties>(fields: P) =>
  texts(Type.Array(texts(Type.Object(fields), { invalid: errors.bulkCompanyNotObject })), {
    missing: errors.bulkCompaniesMissing,
    invalid: errors.bulkCompaniesNotArray,
  })

const companyFields = {
  name: optional(nullable(Type.String())),
  plan: optional(nullable(Type.String())),
  size: optional(nullable(IntegerInput())),
  website: optional(nullable(Type.String())),
  industry: optional(nullable(Type.String())),
  custom_attributes: optional(nullable(Dictionary())),
  remote_created_at: optional(nullable(IntegerInput())),
  monthly_spend: optional(nullable(Type.Number())),
  update_last_request_at: optional(Type.Boolean()),
}

export const BulkCreateCompaniesRequest = model('bulk_create_companies_request', {
  companies: companiesOf({ company_id: optional(IdInput()), ...companyFields }),
  job,
})

export const BulkUpdateCompaniesRequest = model('bulk_update_companies_request', {
  companies: companiesOf({ id, ...companyFields }),
  job,
})

export const BulkDeleteCompaniesRequest = model('bulk_delete_companies_request', {
  companies: companiesOf({ id }),
  job,
})

export const companyBulk = family({
  create: {
    method: 'POST',
    path: '/companies/bulk',
    since: 'Preview',
    scope: 'read_write_users',
    summary: 'Create or change many companies',
    body: BulkCreateCompaniesRequest,
    enqueues: true,
    status: 202,
    answer: CompaniesBulkJob,
  },
  update: {
    method: 'PUT',
    path: '/companies/bulk',
    since: 'Preview',
    scope: 'read_write_users',
    summary: 'Change many companies',
    body: BulkUpdateCompaniesRequest,
    enqueues: true,
    status: 202,
    answer: CompaniesBulkJob,
  },
  delete: {
    method: 'POST',
    path: '/companies/bulk/delete',
    since: 'Preview',
    scope: 'read_write_users',
    summary: 'Delete many companies',
    body: BulkDeleteCompaniesRequest,
    enqueues: true,
    status: 202,
    answer: CompaniesBulkJob,
  },
  find: {
    method: 'GET',
    path: '/companies/bulk/{id}',
    since: 'Preview',
    scope: 'read_write_users',
    summary: 'How a bulk job stands',
    answer: CompaniesBulkJob,
  },
})
