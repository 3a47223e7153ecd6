import { errors, invalid, missing, problem } from '@guichet/contract/errors.ts'
import { SaveCompanyRequest, type UpdateCompanyRequest } from '@guichet/contract/operations/companies.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { checkSeconds } from '../check-seconds.ts'
import { checkCustomAttributes } from '../data-attribute/index.ts'
import { type AttributesPatch, type CompanyChange, type CompanyPatch, upsertPlan } from './company.sql.ts'

export type SaveCompany = Static<typeof SaveCompanyRequest>
export type UpdateCompany = Static<typeof UpdateCompanyRequest>

/** Saving a company, unlike saving a contact, refuses keys it does not know. */
export function refuseUnknownKeys(request: object): void {
  const unknown = Object.keys(request).find(key => !(key in SaveCompanyRequest.properties))
  if (unknown !== undefined) throw problem(errors.badParameter, `bad '${unknown}' parameter`)
}

/** The `company_id` of a request, which names the company for good. */
export function checkCompanyId(companyId: string | undefined): string {
  if (companyId === undefined || companyId.trim() === '') throw missing('company_id')
  return shortText('company_id', companyId)
}

export const checkCompanyName = (name: string): string => shortText('name', name)

/** What a request changes: 400 for a value that a company cannot have. A plan nobody had before is made. */
export async function readChange(
  tx: Tx,
  actor: Actor,
  request: UpdateCompany & Pick<SaveCompany, 'remote_created_at' | 'update_last_request_at'>,
): Promise<CompanyChange> {
  const patch: CompanyPatch = {
    ...givenText('name', request.name),
    ...givenText('website', request.website, LONGEST_URL),
    ...givenText('industry', request.industry),
    ...(request.size !== undefined && { size: request.size && whole('size', request.size, INT4) }),
    ...(request.monthly_spend !== undefined && { monthly_spend: spend(request.monthly_spend) }),
    ...(request.remote_created_at != null && {
      remote_created_at: checkSeconds(request.remote_created_at, 'remote_created_at'),
    }),
    ...(request.update_last_request_at && { last_request_at: actor.now }),
  }
  const attributes = await readAttributes(tx, actor, request.custom_attributes ?? {})
  return { patch: { ...patch, ...(await readPlan(tx, actor, request.plan)) }, attributes }
}

async function readAttributes(
  tx: Tx,
  actor: Actor,
  values: Record<string, unknown>,
): Promise<AttributesPatch> {
  const read = Object.entries(await checkCustomAttributes(tx, actor, { model: 'company', values }))
  return {
    set: Object.fromEntries(read.filter(([, value]) => value !== null)),
    cleared: read.flatMap(([name, value]) => (value === null ? [name] : [])),
  }
}

async function readPlan(
  tx: Tx,
  actor: Actor,
  name: string | null | undefined,
): Promise<{ plan_id?: number | null }> {
  if (name === undefined) return {}
  if (name === null || name.trim() === '') return { plan_id: null }
  return { plan_id: await upsertPlan(tx, actor, shortText('plan', name.trim())) }
}

type TextField = 'name' | 'website' | 'industry'

/** A text that was given, empty meaning none. */
function givenText(field: TextField, value: string | null | undefined, most = LONGEST): CompanyPatch {
  if (value === undefined) return {}
  return { [field]: value === null || value === '' ? null : shortText(field, value, most) }
}

function shortText(field: string, value: string, most = LONGEST): string {
  if (value.length > most) throw invalid(`${field} must be at most ${most} characters long`, field)
  return value
}

/** Money in whole units: fractions are cut off. */
const spend = (given: number | string | null): number =>
  whole('monthly_spend', Math.trunc(Number(given ?? 0)), INT4)

function whole(field: string, value: number, most: number): number {
  if (Math.abs(value) > most) throw invalid(`${field} must be at most ${most}`, field)
  return value
}

const LONGEST = 255
const LONGEST_URL = 2048
const INT4 = 2_147_483_647
