/** A text that changes with a number: which form applies is for the language to say. */
export interface Plural {
  one: string
  other: string
  many?: string
}

export type Text = string | Plural

/** One area of a language, held against the English one: it has the same keys, each with the same placeholders. */
export type Translated<Area extends Record<string, Text>> = {
  [Key in keyof Area]: Area[Key] extends string ? string : Plural
}

/** The names in braces in a text. */
export type Placeholders<T> = T extends Plural
  ? 'count' | NamesIn<T['one']> | NamesIn<T['other']>
  : T extends string
    ? NamesIn<T>
    : never

type NamesIn<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never
