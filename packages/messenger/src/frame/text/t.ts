import { en } from './languages/en.ts'

export type Texts = { [Key in keyof typeof en]: string }
export type TextKey = keyof Texts

/** A language is a file in the folder beside this one. */
const files = import.meta.glob<{ default: Texts }>(['./languages/*.ts', '!./languages/en.ts'])
const codeOf = (path: string): string => path.slice('./languages/'.length, -'.ts'.length)

let texts: Texts = en
let current = 'en'
/** The language as it is written where the reader is: dates of British English, of French of Canada. */
let regional = 'en'

export const language = (): string => current

/** Chooses the first of the languages wanted that there is and that the workspace lets its messenger speak. */
export async function speak(wanted: string[], allowed: string[]): Promise<void> {
  const known = ['en', ...Object.keys(files).map(codeOf)]
  const spoken = known.filter(each => allowed.some(one => one.split('-')[0] === each))
  const usual = spoken.find(each => each === allowed[0]?.split('-')[0]) ?? 'en'
  current =
    wanted.map(tag => tag.toLowerCase().split('-')[0] ?? '').find(tag => spoken.includes(tag)) ?? usual
  regional = wanted.find(tag => tag.toLowerCase().split('-')[0] === current) ?? current
  const file = files[`./languages/${current}.ts`]
  texts = file ? (await file()).default : en
  document.documentElement.lang = current
  document.documentElement.dir = direction()
}

/** The direction that the language is written in. */
export const direction = (): 'ltr' | 'rtl' => (['ar', 'fa', 'he', 'ur'].includes(current) ? 'rtl' : 'ltr')

/** A text, with what stands in braces filled in. */
export const t = (key: TextKey, values: Record<string, string | number> = {}): string =>
  unbroken(texts[key]).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))

/** French sets its signs apart by a thin space, at which no line may end. */
const unbroken = (text: string): string =>
  current === 'fr' ? text.replace(/ (?=[?!:;»])|(?<=«) /g, '\u202f') : text

/** How long ago something was, in a few letters. */
export function ago(seconds: number): string {
  const past = Math.max(0, Date.now() / 1000 - seconds)
  if (past < 60) return t('justNow')
  const [size, unit] = UNITS.find(([size, , most]) => past < size * most) ??
    UNITS[UNITS.length - 1] ?? [60, 'minute']
  return new Intl.RelativeTimeFormat(regional, { style: 'narrow', numeric: 'always' }).format(
    -Math.floor(past / size),
    unit,
  )
}

const UNITS = [
  [60, 'minute', 60],
  [3600, 'hour', 24],
  [86_400, 'day', 7],
  [604_800, 'week', 9],
  [2_629_800, 'month', 12],
  [31_557_600, 'year', Number.POSITIVE_INFINITY],
] as const

export const timeOf = (seconds: number): string =>
  new Intl.DateTimeFormat(regional, { hour: 'numeric', minute: '2-digit' }).format(seconds * 1000)

export const dayOf = (seconds: number): string =>
  new Intl.DateTimeFormat(regional, { dateStyle: 'medium' }).format(seconds * 1000)

/** When something will be, by the day of the week where that is near. */
export function whenOf(seconds: number): string {
  const at = new Date(seconds * 1000)
  const isToday = at.toDateString() === new Date().toDateString()
  const time = timeOf(seconds)
  if (isToday) return t('atTime', { time })
  return t('onDay', { day: new Intl.DateTimeFormat(regional, { weekday: 'long' }).format(at), time })
}
