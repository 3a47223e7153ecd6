import { model, nullable, optional, Type } from '../schema.ts'

/** Where a page stands when pages have numbers; `next` is the whole URL of the next one. */
export const PageLinks = model('pages_link', {
  type: Type.Literal('pages'),
  page: Type.Integer(),
  per_page: Type.Integer(),
  total_pages: Type.Integer(),
  next: optional(nullable(Type.String())),
})

/** Where a page stands when the next one is found by a cursor; the last page has no `next`. */
export const CursorPages = model('cursor_pages', {
  type: Type.Literal('pages'),
  page: Type.Integer(),
  per_page: Type.Integer(),
  total_pages: Type.Integer(),
  next: optional(
    Type.Object({
      page: optional(Type.Integer()),
      per_page: optional(Type.Integer()),
      starting_after: Type.String(),
    }),
  ),
})

/** A cursor and no count; the last page says `next: null`. */
export const ForwardPages = model('forward_pages', {
  type: Type.Literal('pages'),
  per_page: Type.Integer(),
  next: nullable(Type.Object({ starting_after: Type.String() })),
})

/** Where a page stands in what is read both ways; the ends say null. */
export const PagesBothWays = model('pages_both_ways', {
  type: Type.Literal('pages'),
  per_page: Type.Integer(),
  prev: nullable(Type.Object({ ending_before: Type.String() })),
  next: nullable(Type.Object({ starting_after: Type.String() })),
})
