import type { Happening } from '../../events/append.ts'

const of = (adminId: number) => ({ type: 'admin', id: String(adminId) })

export const added = (adminId: number): Happening => ({
  topic: 'admin.added_to_workspace',
  object: of(adminId),
})

export const removed = (adminId: number): Happening => ({
  topic: 'admin.removed_from_workspace',
  object: of(adminId),
})
