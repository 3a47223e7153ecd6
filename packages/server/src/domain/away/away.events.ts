import type { Happening } from '../../events/append.ts'

export const awayModeUpdated = (adminId: number, reason: string | null): Happening => ({
  topic: 'admin.away_mode_updated',
  object: { type: 'admin', id: String(adminId) },
  payload: { away_status_reason: reason },
})
