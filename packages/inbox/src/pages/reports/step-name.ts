import type { Overview } from '../../data/reports.ts'
import { plainDay } from '../../text/format.ts'
import { locale } from '../../text/language.ts'
import { t } from '../../text/t.ts'

type StepKind = Overview['step']

/** What a step is called: `14:00`, `25 Nov`, `Week of 23 November`, `November 2026`. */
export function stepName(at: string, step: StepKind, isShort: boolean): string {
  const day = at.slice(0, 10)
  if (step === 'hour')
    return isShort ? hourName(Number(at.slice(11))) : `${inFull(day)}, ${hourName(Number(at.slice(11)))}`
  if (step === 'month') return plainDay(day, { month: isShort ? 'short' : 'long', year: 'numeric' })
  if (isShort) return plainDay(day, { day: 'numeric', month: 'short' })
  return step === 'week' ? t('reports.ofWeek', { day: plainDay(day, { dateStyle: 'long' }) }) : inFull(day)
}

const inFull = (day: string): string =>
  plainDay(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

/** An hour of the day as clocks of the reader tell it. */
export const hourName = (hour: number): string =>
  new Intl.DateTimeFormat(locale(), { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(
    hour * 3_600_000,
  )
