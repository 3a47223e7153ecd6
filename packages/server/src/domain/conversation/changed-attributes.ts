import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { checkCustomAttributes } from '../data-attribute/index.ts'
import type { Standing } from './standing.ts'

/** Custom attributes as they become, and what a part tells of each that changed. */
export interface ChangedAttributes {
  values: Record<string, unknown>
  details: { attribute: { name: string }; value: { name: string; previous: string | null } }[]
}

/** Merges values into the attributes of a conversation; null takes one away. 400 for what is not defined or does not fit. */
export async function changedAttributes(
  tx: Tx,
  actor: Actor,
  { standing, values }: { standing: Standing; values: Record<string, unknown> },
): Promise<ChangedAttributes> {
  const checked = await checkCustomAttributes(tx, actor, { model: 'conversation', values })
  const before = standing.custom_attributes
  const changed = Object.entries(checked).filter(([name, value]) => !isSame(before[name] ?? null, value))
  const merged = Object.entries({ ...before, ...checked }).filter(([, value]) => value !== null)
  return {
    values: Object.fromEntries(merged),
    details: changed.map(([name, value]) => ({
      attribute: { name },
      value: { name: words(value) ?? '', previous: words(before[name]) },
    })),
  }
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

function words(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
