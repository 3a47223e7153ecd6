import { nullable, Type } from '../schema.ts'

/** Other languages of a text by locale, as a request brings them; what is inside is checked by the domain. */
export const TranslatedContentInput = Type.Record(
  Type.String(),
  nullable(Type.Union([Type.String(), Type.Record(Type.String(), Type.Unknown())])),
)
