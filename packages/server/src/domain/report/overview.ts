import type { ReportOverview } from '@guichet/contract/models/report.ts'
import type { ReportQuery } from '@guichet/contract/operations/inbox/reports.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { type Asked, askedBefore, readAsked } from './ask.ts'
import { firstReply, ratings, resolution } from './figures.ts'
import { countOpen, countRatings, countStarted, countTurns } from './measures.sql.ts'
import { selectStarts } from './period.sql.ts'
import { mayReadReports } from './report.policy.ts'
import { type Step, type Steps, stepFor, stepsOf } from './steps.ts'

type Overview = Static<typeof ReportOverview>

/** The figures of a period and of the one before it. */
export async function reportOverview(
  tx: Tx,
  actor: Actor,
  query: Static<typeof ReportQuery>,
): Promise<Overview> {
  mayReadReports(actor)
  const asked = await readAsked(tx, actor, query)
  const before = await askedBefore(tx, asked)
  const step = stepFor(asked.period)
  const [steps, stepsBefore] = await Promise.all([stepsIn(tx, asked, step), stepsIn(tx, before, step)])
  const { id } = actor.workspace
  const [turned, open, begunNow, begunBefore, ratedNow, ratedBefore] = await Promise.all([
    countTurns(tx, id, { asked, before, steps: { now: steps, before: stepsBefore } }),
    countOpen(tx, id, asked),
    countStarted(tx, id, asked, steps),
    countStarted(tx, id, before, stepsBefore),
    countRatings(tx, id, asked, steps),
    countRatings(tx, id, before, stepsBefore),
  ])
  const of = (period: 'now' | 'before' | null) => turned.filter(row => row.period === period)
  // What was open at a moment is what is open now, without what has opened since and with what has closed.
  const between = open - sumOf(of(null)) - sumOf(of('now'))
  const now = figuresOf(steps, { turned: of('now'), open: between, begun: begunNow, rated: ratedNow })
  const then = figuresOf(stepsBefore, {
    ...{ turned: of('before'), open: between - sumOf(of('before')) },
    ...{ begun: begunBefore, rated: ratedBefore },
  })
  const { timezone } = asked
  return {
    ...{ type: 'report_overview', timezone, step, period: asked.period, ...now },
    previous: { period: before.period, ...then },
  }
}

async function stepsIn(tx: Tx, { period, timezone }: Asked, step: Step): Promise<Steps> {
  const names = stepsOf(period, step)
  return { names, starts: await selectStarts(tx, timezone, names) }
}

type Turned = Awaited<ReturnType<typeof countTurns>>

const sumOf = (turned: Turned): number => turned.reduce((sum, { more }) => sum + more, 0)

interface Counted {
  turned: Turned
  /** How many were open when the period began. */
  open: number
  begun: Awaited<ReturnType<typeof countStarted>>
  rated: Awaited<ReturnType<typeof countRatings>>
}

function figuresOf(
  { names }: Steps,
  { turned, open: openBefore, begun, rated }: Counted,
): Pick<Overview, 'totals' | 'steps'> {
  const at = <R extends { step: number | null }>(rows: R[], step: number | null) =>
    rows.find(row => row.step === step)
  let open = openBefore
  const steps = names.map((name, index) => {
    const turns = at(turned, index + 1)
    open += turns?.more ?? 0
    const begins = at(begun, index + 1)
    return {
      ...{ at: name, started: begins?.started ?? 0, closed: turns?.closed ?? 0, open },
      ...{ first_reply: firstReply(begins), resolution: resolution(begins) },
      ratings: ratings(at(rated, index + 1)),
    }
  })
  const all = at(begun, null)
  const totals = {
    ...{ started: all?.started ?? 0, open },
    closed: steps.reduce((sum, each) => sum + each.closed, 0),
    ...{ first_reply: firstReply(all), resolution: resolution(all), ratings: ratings(at(rated, null)) },
  }
  return { totals, steps }
}
