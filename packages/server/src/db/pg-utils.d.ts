declare module 'pg/lib/utils.js' {
  /** A parameter as PostgreSQL reads it. */
  function prepareValue(value: unknown): string | Buffer | null
  export default { prepareValue }
}
