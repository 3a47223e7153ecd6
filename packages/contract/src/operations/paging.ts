import { optional, Type } from '../schema.ts'

/** Plain text on purpose: what is no number is passed over, not refused. The paging helper reads it. */
export const pageQuery = {
  page: optional(Type.String()),
  per_page: optional(Type.String()),
}

/** Where the links to the pages beside one are URLs. `after` is the server's own: the row at which such a link begins. */
export const linkedPageQuery = {
  ...pageQuery,
  after: optional(Type.String()),
}

export const cursorQuery = {
  per_page: optional(Type.String()),
  starting_after: optional(Type.String()),
}
