/**
 * The text of a value on its way into a jsonb column: `values({ custom_attributes: json({ plan: 'pro' }) })`. Given the value
 * itself, the driver would send an array as a PostgreSQL array.
 */
export const json = (value: unknown): string => JSON.stringify(value ?? null)
