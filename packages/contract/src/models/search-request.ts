import { Dictionary, model, nullable, optional, type Static, Type } from '../schema.ts'

/** The body of every search. `search.ts` reads `query`; other keys of old clients are passed over. */
export const SearchRequest = model('search_request', {
  query: Dictionary(),
  pagination: optional(
    nullable(
      Type.Object({
        per_page: optional(nullable(Type.Union([Type.Number(), Type.String()]))),
        starting_after: optional(nullable(Type.String())),
      }),
    ),
  ),
  sort: optional(
    nullable(
      Type.Object({ field: optional(nullable(Type.String())), order: optional(nullable(Type.String())) }),
    ),
  ),
})

export type SearchBody = Static<typeof SearchRequest>
