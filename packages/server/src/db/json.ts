/** A value on its way into a jsonb column. Without it the driver would send an array as a PostgreSQL array. */
export interface JsonParameter {
  toPostgres(): string
}

/** Wraps a value for a jsonb column: `insertInto('contacts').values({ custom_attributes: json({ plan: 'pro' }) })`. */
export const json = (value: unknown): JsonParameter => ({ toPostgres: () => JSON.stringify(value ?? null) })
