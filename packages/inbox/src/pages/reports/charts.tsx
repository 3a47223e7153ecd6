import type { Overview, ReportStep } from '../../data/reports.ts'
import { ChartCard, type FigureColumn } from '../../parts/chart-card.tsx'
import { TimeChart, type TimeSeries } from '../../parts/time-chart.tsx'
import { duration, number, percent } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { stepName } from './step-name.ts'

/** A step beside the one that stood at its place in the period before. */
interface Row extends ReportStep {
  startedBefore: number | null
}

interface Figure {
  key: string
  label: string
  value: (row: Row) => number | null
  format: (value: number) => string
}

const figure = (
  key: string,
  label: string,
  value: Figure['value'],
  format: Figure['format'] = number,
): Figure => ({ key, label, value, format })

/** What happened step by step: how much, how fast, how well. */
export function Charts({ overview, name }: { overview: Overview; name: string }) {
  const { step, steps, previous } = overview
  const rows: Row[] = steps.map((each, at) => ({
    ...each,
    startedBefore: previous.steps[at]?.started ?? null,
  }))
  const nameOf = (row: Row, isShort: boolean) => stepName(row.at, step, isShort)
  const figures = {
    volume: [
      figure('started', t('reports.started'), row => row.started),
      figure('closed', t('reports.closed'), row => row.closed),
      figure('open', t('reports.open'), row => row.open),
      figure('before', t('reports.newBefore'), row => row.startedBefore),
    ],
    waits: [
      figure('reply', t('reports.firstReply'), row => row.first_reply.median, duration),
      figure('resolution', t('reports.resolution'), row => row.resolution.median, duration),
    ],
    ratings: [figure('satisfied', t('reports.satisfaction'), row => row.ratings.satisfied, percent)],
  }
  const columns = (of: Figure[]) => columnsOf(of, row => nameOf(row, false))
  const answers: Figure = figure('answered', t('reports.answered'), row => row.ratings.answered)
  return (
    <>
      <ChartCard
        title={t('reports.volume')}
        says={t('reports.volumeSays')}
        name={`${name}-volume`}
        columns={columns(figures.volume)}
        {...{ rows, keyOf }}
      >
        <TimeChart
          label={t('reports.volume')}
          series={drawnAs(figures.volume, [
            { color: 'accent', as: 'columns' },
            { color: 'info', as: 'columns' },
            { color: 'warning', as: 'line' },
            { color: 'faint', as: 'line', dashed: true },
          ])}
          format={number}
          {...{ rows, nameOf }}
        />
      </ChartCard>
      <div className="grid gap-4 lg:grid-cols-2">
        <ChartCard
          title={t('reports.waits')}
          says={t('reports.waitsSays')}
          name={`${name}-waiting`}
          columns={columns(figures.waits)}
          {...{ rows, keyOf }}
        >
          <TimeChart
            label={t('reports.waits')}
            series={drawnAs(figures.waits, [
              { color: 'accent', as: 'line' },
              { color: 'info', as: 'line' },
            ])}
            format={duration}
            scale="time"
            {...{ rows, nameOf }}
          />
        </ChartCard>
        <ChartCard
          title={t('reports.ratings')}
          says={t('reports.ratingsSays')}
          name={`${name}-satisfaction`}
          columns={columns([...figures.ratings, answers])}
          {...{ rows, keyOf }}
        >
          <TimeChart
            label={t('reports.ratings')}
            series={drawnAs(figures.ratings, [{ color: 'accent', as: 'columns' }])}
            format={percent}
            scale="share"
            {...{ rows, nameOf }}
          />
        </ChartCard>
      </div>
    </>
  )
}

const keyOf = ({ at }: Row): string => at

const drawnAs = (
  figures: Figure[],
  looks: Pick<TimeSeries<Row>, 'color' | 'as' | 'dashed'>[],
): TimeSeries<Row>[] =>
  figures.flatMap(({ key, label, value }, at) => {
    const look = looks[at]
    return look ? [{ key, label, value, ...look }] : []
  })

/** The table tells durations in words, the file in seconds. */
const columnsOf = (figures: Figure[], nameOf: (row: Row) => string): FigureColumn<Row>[] => [
  { key: 'at', label: t('reports.step'), cell: nameOf, text: ({ at }) => at },
  ...figures.map(({ key, label, value, format }) => ({
    ...{ key, label, figure: true },
    cell: (row: Row) => {
      const measured = value(row)
      return measured === null ? t('reports.none') : format(measured)
    },
    text: (row: Row) => String(value(row) ?? ''),
  })),
]
