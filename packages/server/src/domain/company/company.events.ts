import type { Happening } from '../../events/append.ts'

const about =
  (topic: string) =>
  (id: string): Happening => ({ topic, object: { type: 'company', id } })

export const companyCreated = about('company.created')
export const companyUpdated = about('company.updated')
export const companyDeleted = about('company.deleted')
