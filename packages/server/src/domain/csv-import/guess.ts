import type { ImportColumnTarget } from '@guichet/contract/models/csv-import.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { AttributeDefinition } from '../data-attribute/index.ts'

export type Target = Static<typeof ImportColumnTarget>
export type ImportModel = 'contact' | 'company'

/** Names that columns have in files of other programs, in two languages. */
const NAMES: Record<ImportModel, Partial<Record<Target['to'], RegExp>>> = {
  contact: {
    external_id: /^(user|external|customer|client)?id$|^identifiant$/,
    email: /^(e?mail|emailaddress|courriel|adressee?mail)$/,
    phone: /^(phone|phonenumber|mobile|telephone|tel)$/,
    name: /^(name|fullname|nom|nomcomplet)$/,
    owner_id: /^ownerid$/,
    signed_up_at: /^(signedup(at)?|signupdate|inscription|created(at)?)$/,
    last_seen_at: /^lastseen(at)?$/,
    unsubscribed_from_emails: /^(unsubscribed(fromemails)?|optout|desabonne)$/,
    company_id: /^companyid$/,
    company_name: /^(company(name)?|organization|organisation|entreprise|societe)$/,
  },
  company: {
    company_id: /^(company)?id$|^externalid$|^identifiant$/,
    name: /^(company)?name$|^nom$|^entreprise$|^societe$/,
    plan: /^plan$/,
    size: /^(size|employees|effectif)$/,
    website: /^(website|url|site)$/,
    industry: /^(industry|secteur)$/,
    monthly_spend: /^(monthlyspend|mrr)$/,
    remote_created_at: /^created(at)?$/,
  },
}

/** What may be meant by each column, each field once; what is nothing known is passed over. */
export function guessTargets(
  model: ImportModel,
  columns: string[],
  attributes: ReadonlyMap<string, AttributeDefinition>,
): Target[] {
  const taken = new Set<string>()
  const byName = new Map([...attributes.keys()].map(name => [plain(name), name]))
  return columns.map(column => {
    const name = plain(column)
    const field = Object.entries(NAMES[model]).find(([to, names]) => !taken.has(to) && names.test(name))?.[0]
    const to = FIELDS[model].find(each => each === field)
    if (to !== undefined) {
      taken.add(to)
      return { to }
    }
    const attribute = byName.get(name)
    return attribute === undefined ? { to: 'ignore' } : { to: 'attribute', name: attribute }
  })
}

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

/** What a column of each kind of file can become, besides an attribute. */
export const FIELDS: Record<ImportModel, Target['to'][]> = {
  contact: [
    ...(['external_id', 'email', 'phone', 'name', 'owner_id', 'signed_up_at', 'last_seen_at'] as const),
    ...(['unsubscribed_from_emails', 'company_id', 'company_name'] as const),
  ],
  company: [
    ...(['company_id', 'name', 'plan', 'size', 'website', 'industry', 'monthly_spend'] as const),
    'remote_created_at',
  ],
}
