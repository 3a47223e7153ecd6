/** What translates. It gets HTML and gives HTML, which whoever shows it has still to clean. */
export interface Translator {
  languages(signal?: AbortSignal): Promise<Language[]>
  /** The language of some plain text; undefined where it can hardly be told. */
  detect(text: string, signal?: AbortSignal): Promise<string | undefined>
  translate(asked: { html: string; from: string; to: string }, signal?: AbortSignal): Promise<string>
}

export interface Language {
  /** Such as `fr` or `zh-Hans`. */
  code: string
  name: string
  /** Into which it can be translated. */
  targets: string[]
}

/** Why nothing was translated: nobody answered, it took too long, there is too much to do, or it was refused. */
export class TranslationError extends Error {
  readonly reason: 'unreachable' | 'slow' | 'busy' | 'refused'

  constructor(reason: TranslationError['reason'], message: string) {
    super(message)
    this.name = 'TranslationError'
    this.reason = reason
  }
}

/** Whether two codes are of one language, such as `pt` and `pt-BR`. Scripts of Chinese are told apart where both say theirs. */
export function isSameLanguage(one: string, other: string): boolean {
  const [a = '', b = ''] = [one, other].map(code => code.toLowerCase())
  return a === b || (baseOf(a) === baseOf(b) && (baseOf(a) !== 'zh' || a === 'zh' || b === 'zh'))
}

/** The language of a list that a code means, the very one before a relative of it. */
export const languageOf = (languages: Language[], code: string): Language | undefined =>
  languages.find(each => each.code.toLowerCase() === code.toLowerCase()) ??
  languages.find(each => isSameLanguage(each.code, code))

const baseOf = (code: string): string => code.split('-')[0] ?? code
