import { useMay } from '../../data/me.ts'
import type { Role } from '../../data/teammates.ts'
import { type PlainKey, t } from '../../text/t.ts'

/** The roles by what people call them, from the most to the least. */
export const ROLE_NAMES: Record<Role, PlainKey> = {
  owner: 'settings.roleOwner',
  admin: 'settings.roleAdmin',
  agent: 'settings.roleAgent',
  light: 'settings.roleLight',
}

export const ROLES: readonly Role[] = ['owner', 'admin', 'agent', 'light']

/** The roles that whoever is signed in may give. */
export function useRolesToGive(): { value: Role; label: string }[] {
  const mayMakeOwners = useMay('manage_owners')
  return ROLES.filter(role => role !== 'owner' || mayMakeOwners).map(value => ({
    value,
    label: t(ROLE_NAMES[value]),
  }))
}
