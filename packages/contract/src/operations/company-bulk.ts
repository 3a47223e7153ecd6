import { errors } from '../errors.ts'
import { CompaniesBulkJob } from '../models/bulk-job.ts'
import { family } from '../operation.ts'
import { Dictionary, IdInput, IntegerInput, model, nullable, optional, Type } from '../schema.ts'
import { BEGINS_JOB, bulkJob, bulkOf } from './bulk.ts'

const { id, many } = bulkOf({
  missing: errors.bulkCompaniesMissing,
  notArray: errors.bulkCompaniesNotArray,
  notObject: errors.bulkCompanyNotObject,
  withoutId: errors.bulkCompanyWithoutId,
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
  companies: many({ company_id: optional(IdInput()), ...companyFields }),
  job: bulkJob,
})

export const BulkUpdateCompaniesRequest = model('bulk_update_companies_request', {
  companies: many({ id, ...companyFields }),
  job: bulkJob,
})

export const BulkDeleteCompaniesRequest = model('bulk_delete_companies_request', {
  companies: many({ id }),
  job: bulkJob,
})

export const companyBulk = family({
  create: {
    method: 'POST',
    path: '/companies/bulk',
    ...BEGINS_JOB,
    summary: 'Create or change many companies',
    body: BulkCreateCompaniesRequest,
    answer: CompaniesBulkJob,
  },
  update: {
    method: 'PUT',
    path: '/companies/bulk',
    ...BEGINS_JOB,
    summary: 'Change many companies',
    body: BulkUpdateCompaniesRequest,
    answer: CompaniesBulkJob,
  },
  delete: {
    method: 'POST',
    path: '/companies/bulk/delete',
    ...BEGINS_JOB,
    summary: 'Delete many companies',
    body: BulkDeleteCompaniesRequest,
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
