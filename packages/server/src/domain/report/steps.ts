import { dayAfter, daysBetween, type Period } from './ask.ts'

/** How finely a period is cut: no picture has room for more than some ninety points. */
export type Step = 'hour' | 'day' | 'week' | 'month'

export function stepFor({ from, to }: Period): Step {
  const days = daysBetween(from, to) + 1
  return days <= 2 ? 'hour' : days <= 92 ? 'day' : days <= 550 ? 'week' : 'month'
}

/** The steps of a period by their names, and the seconds they begin with. */
export interface Steps {
  names: string[]
  starts: number[]
}

/** The name of every step of a period, as its first day, or hour: those in which nothing was are there too. */
export function stepsOf({ from, to }: Period, step: Step): string[] {
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => dayAfter(from, at))
  if (step === 'hour') return days.flatMap(day => HOURS.map(hour => `${day}T${hour}`))
  return [...new Set(days.map(day => stepOfDay(day, step)))]
}

const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'))

function stepOfDay(day: string, step: Exclude<Step, 'hour'>): string {
  if (step === 'month') return `${day.slice(0, 7)}-01`
  if (step === 'day') return day
  // Weeks begin on Monday, as PostgreSQL has them.
  return dayAfter(day, -((new Date(day).getUTCDay() + 6) % 7))
}
