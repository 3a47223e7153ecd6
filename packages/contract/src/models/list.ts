import { model, type TSchema, Type } from '../schema.ts'
import { CursorPages, ForwardPages, PageLinks } from './pages.ts'

/** All there is in one answer. */
export const listOf = <I extends TSchema>(name: string, item: I) =>
  model(name, { type: Type.Literal('list'), data: Type.Array(item) })

/** One page of many, counted and numbered. */
export const pageOf = <I extends TSchema>(name: string, item: I) =>
  model(name, {
    type: Type.Literal('list'),
    data: Type.Array(item),
    total_count: Type.Integer(),
    pages: PageLinks,
  })

/** One page of many, counted, with a cursor to the next. */
export const cursorPageOf = <I extends TSchema>(name: string, item: I) =>
  model(name, {
    type: Type.Literal('list'),
    data: Type.Array(item),
    total_count: Type.Integer(),
    pages: CursorPages,
  })

/** One page of a run nobody counts, with a cursor to the next. */
export const forwardPageOf = <I extends TSchema>(name: string, item: I) =>
  model(name, { type: Type.Literal('list'), data: Type.Array(item), pages: ForwardPages })

/** A page of a list that says its place at its root, without `pages`. */
export const flatPageOf = <I extends TSchema>(name: string, item: I) =>
  model(name, {
    type: Type.Literal('list'),
    data: Type.Array(item),
    total_count: Type.Integer(),
    page: Type.Integer(),
    per_page: Type.Integer(),
    total_pages: Type.Integer(),
  })
