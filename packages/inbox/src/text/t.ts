import type { Placeholders, Text } from './catalog.ts'
import type { en } from './en/index.ts'
import { type Language, language, locale } from './language.ts'
import { onDemand } from './on-demand.ts'

/** What pages bring themselves, as it is in English. */
type OnDemand = { [A in keyof typeof onDemand]: Awaited<ReturnType<(typeof onDemand)[A]['en']>> }
type Catalog = typeof en & OnDemand
type Area = keyof Catalog
/** The name of a text: its area and its key, such as `inbox.reply`. */
export type TextKey = { [A in Area]: `${A}.${keyof Catalog[A] & string}` }[Area]

type TextAt<K extends TextKey> = K extends `${infer A extends Area}.${infer Rest}`
  ? Rest extends keyof Catalog[A]
    ? Catalog[A][Rest]
    : never
  : never

type Values<K extends TextKey> = {
  [Name in Placeholders<TextAt<K>>]: Name extends 'count' ? number : string | number
}
type Arguments<K extends TextKey> = Placeholders<TextAt<K>> extends never ? [] : [values: Values<K>]

/** The keys of texts that need nothing filled in, for tables of names. */
export type PlainKey = { [K in TextKey]: Arguments<K> extends [] ? K : never }[TextKey]

let texts: Record<string, Record<string, Text>> = {}

/** Loads the texts of a language, before anything is drawn in it. */
export async function loadTexts(wanted: Language): Promise<void> {
  texts = wanted === 'fr' ? (await import('./fr/index.ts')).fr : (await import('./en/index.ts')).en
  await Promise.all([...loaded].map(loadArea))
}

const loaded = new Set<keyof typeof onDemand>()

/** Loads the texts of a page that brings its own, in the language of the reader; they stay, in whatever language comes next. */
export async function loadArea(area: keyof typeof onDemand): Promise<void> {
  loaded.add(area)
  const more = await onDemand[area][language()]()
  texts = { ...texts, [area]: more }
}

/** A text in the language of the reader. One that is missing, or lacks a value, does not compile. */
export function t<K extends TextKey>(key: K, ...[values]: Arguments<K>): string {
  const [area = '', name = ''] = key.split('.')
  const filled: Record<string, string | number> = { ...values }
  const text = texts[area]?.[name] ?? key
  return fill(unbroken(typeof text === 'string' ? text : formOf(text, Number(filled['count']))), filled)
}

function formOf(text: Exclude<Text, string>, count: number): string {
  const rule = new Intl.PluralRules(language()).select(count)
  return (rule === 'one' ? text.one : rule === 'many' ? text.many : undefined) ?? text.other
}

/** French sets its signs apart by a thin space, at which no line may end. */
const unbroken = (text: string): string =>
  language() === 'fr' ? text.replace(/ (?=[?!:;»])|(?<=«) /g, '\u202f') : text

const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    return typeof value === 'number' ? value.toLocaleString(locale()) : (value ?? whole)
  })
