import { sql } from 'kysely'

/** The condition that holds for no contact. */
export const NOBODY = sql<boolean>`false`
