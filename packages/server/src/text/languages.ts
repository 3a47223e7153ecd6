/** Every language content can be in, as the API names them. */
export const LOCALES: ReadonlySet<string> = new Set(
  [
    'ar bg bn bs ca cs da de de-form el en es et fa fi fr he hi hr hu id it ja ka kn ko lt lv ml mn mr ms nb nl pa',
    'pl pt pt-BR ro ru sk sl sr sv sw ta te th tr uk ur vi zh-CN zh-HK zh-TW',
  ].flatMap(line => line.split(' ')),
)

/** The text search configuration that PostgreSQL has for a language; `simple` knows no language, and takes words as they are. */
export const searchLanguage = (locale: string): string => CONFIGURATIONS[baseOf(locale)] ?? 'simple'

/** `pt` of `pt-BR`. */
const baseOf = (locale: string): string => locale.split('-')[0] ?? locale

const CONFIGURATIONS: Record<string, string> = {
  ...{ ar: 'arabic', ca: 'catalan', da: 'danish', de: 'german', el: 'greek', en: 'english', es: 'spanish' },
  ...{ et: 'estonian', fi: 'finnish', fr: 'french', hi: 'hindi', hu: 'hungarian', id: 'indonesian' },
  ...{ it: 'italian', lt: 'lithuanian', nb: 'norwegian', nl: 'dutch', pt: 'portuguese', ro: 'romanian' },
  ...{ ru: 'russian', sr: 'serbian', sv: 'swedish', ta: 'tamil', tr: 'turkish' },
}
