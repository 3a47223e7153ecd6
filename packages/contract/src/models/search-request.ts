import { Dictionary, IntegerInput, model, nullable, optional, Type } from '../schema.ts'

/** The body of every search. `search.ts` knows the grammar of `query`; other keys of old clients are passed over. */
export const SearchRequest = model('search_request', {
  query: Dictionary(),
  pagination: optional(
    nullable(
      Type.Object({
        per_page: optional(nullable(IntegerInput())),
        starting_after: optional(nullable(Type.String())),
      }),
    ),
  ),
  sort: optional(nullable(Dictionary())),
})
