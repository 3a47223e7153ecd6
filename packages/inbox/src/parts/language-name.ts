import { locale } from '../text/language.ts'

/** What a language is called in that of the reader: `French`, `français`. */
export const languageName = (code: string): string => {
  const name = new Intl.DisplayNames([locale()], { type: 'language' }).of(code) ?? code
  return name.charAt(0).toLocaleUpperCase(locale()) + name.slice(1)
}

/** Every language content can be in. */
export const CONTENT_LOCALES = [
  'ar bg bn bs ca cs da de el en es et fa fi fr he hi hr hu id it ja ka kn ko lt lv ml mn mr ms nb nl pa',
  'pl pt pt-BR ro ru sk sl sr sv sw ta te th tr uk ur vi zh-CN zh-HK zh-TW',
].flatMap(line => line.split(' '))
