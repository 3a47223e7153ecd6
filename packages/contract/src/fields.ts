/** A JSON object whose keys are not known. */
export type Fields = Record<string, unknown>

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The keys of a JSON object; none of anything else. */
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {})
