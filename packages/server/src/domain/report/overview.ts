import type { ReportOverview } from '@guichet/contract/models/report.ts'
import type { ReportQuery } from '@guichet/contract/operations/inbox/reports.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { type Asked, askedBefore, readAsked } from './ask.ts'
import { firstReply, ratings, resolution } from './figures.ts'
import { countRatings, countStarted, countTurns } from './measures.sql.ts'
import { mayReadReports } from './report.policy.ts'
import { type Step, stepFor, stepsOf } from './steps.ts'

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
  const turned = await countTurns(tx, actor.workspace.id, { asked, before, step })
  const of = (period: 'now' | 'before' | null) => turned.filter(row => row.period === period)
  const openAtFirst = sumOf(of(null))
  const [now, then] = await Promise.all([
    figuresOf(tx, actor, asked, { step, turned: of('now'), open: openAtFirst + sumOf(of('before')) }),
    figuresOf(tx, actor, before, { step, turned: of('before'), open: openAtFirst }),
  ])
  const { timezone } = asked
  return {
    ...{ type: 'report_overview', timezone, step, period: asked.period, ...now },
    previous: { period: before.period, ...then },
  }
}

type Turned = Awaited<ReturnType<typeof countTurns>>

const sumOf = (turned: Turned): number => turned.reduce((sum, { more }) => sum + more, 0)

async function figuresOf(
  tx: Tx,
  { workspace }: Actor,
  asked: Asked,
  { step, turned, open: openBefore }: { step: Step; turned: Turned; open: number },
): Promise<Pick<Overview, 'totals' | 'steps'>> {
  const [begun, rated] = await Promise.all([
    countStarted(tx, workspace.id, asked, step),
    countRatings(tx, workspace.id, asked, step),
  ])
  const at = <R extends { step: string | null }>(rows: R[], name: string | null) =>
    rows.find(row => row.step === name)
  let open = openBefore
  const steps = stepsOf(asked.period, step).map(name => {
    const turns = at(turned, name)
    open += turns?.more ?? 0
    const begins = at(begun, name)
    return {
      ...{ at: name, started: begins?.started ?? 0, closed: turns?.closed ?? 0, open },
      ...{ first_reply: firstReply(begins), resolution: resolution(begins) },
      ratings: ratings(at(rated, name)),
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
