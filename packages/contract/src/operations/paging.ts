import { optional, Type } from '../schema.ts'

/** Plain text on purpose: what is no number is passed over, not refused. The paging helper reads it. */
export const pageQuery = {
  page: optional(Type.String()),
  per_page: optional(Type.String()),
}

export const cursorQuery = {
  per_page: optional(Type.String()),
  starting_after: optional(Type.String()),
}
