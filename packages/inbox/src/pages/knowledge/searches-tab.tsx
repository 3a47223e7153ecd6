import { SearchX } from 'lucide-react'
import { useState } from 'react'
import { useHelpSearches } from '../../data/knowledge.ts'
import { saysFor } from '../../data/query.ts'
import { fullTime, number, percent, shortAgo } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Scrolls } from '../../ui/scrolls.tsx'
import { Select } from '../../ui/select.tsx'
import { Empty, Failure, SkeletonLines } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { TabHead } from './tab-list.tsx'

const DAYS = ['7', '30', '90', '365'] as const

/** What customers looked for, and what of it no article answered. */
export function SearchesTab() {
  const [days, setDays] = useState<(typeof DAYS)[number]>('30')
  const [which, setWhich] = useState<'unanswered' | 'all'>('unanswered')
  const searches = useHelpSearches(Number(days), which === 'unanswered')
  return (
    <>
      <TabHead says={t('knowledge.searchesSays')}>
        <div className="w-44">
          <Select
            label={t('knowledge.whichSearches')}
            value={which}
            onChange={setWhich}
            choices={[
              { value: 'unanswered', label: t('knowledge.unanswered') },
              { value: 'all', label: t('knowledge.allSearches') },
            ]}
          />
        </div>
        <div className="w-36">
          <Select
            label={t('knowledge.since')}
            value={days}
            onChange={setDays}
            choices={DAYS.map(value => ({
              ...{ value, label: t('knowledge.lastDays', { count: Number(value) }) },
            }))}
          />
        </div>
      </TabHead>
      {searches.data ? (
        <>
          <p role="status" className="mb-3 text-soft">
            {searches.data.searches === 0
              ? t('knowledge.noSearches')
              : t('knowledge.searchSums', {
                  searches: number(searches.data.searches),
                  share: percent(searches.data.unanswered / searches.data.searches),
                })}
          </p>
          {searches.data.data.length > 0 ? (
            <Scrolls className="relative overflow-x-auto rounded-xl border border-line">
              <Table
                label={t('knowledge.searches')}
                rows={searches.data.data}
                keyOf={({ phrase, locale }) => `${locale} ${phrase}`}
                columns={[
                  {
                    ...{ key: 'phrase', label: t('knowledge.phrase') },
                    cell: ({ phrase }) => <span dir="auto">{phrase}</span>,
                  },
                  {
                    key: 'locale',
                    label: t('knowledge.language'),
                    cell: ({ locale }) => locale.toUpperCase(),
                  },
                  {
                    ...{ key: 'searches', label: t('knowledge.times'), figure: true },
                    cell: ({ searches: count }) => number(count),
                  },
                  {
                    ...{ key: 'unanswered', label: t('knowledge.inVain'), figure: true },
                    cell: ({ unanswered }) => number(unanswered),
                  },
                  {
                    ...{ key: 'last', label: t('knowledge.last'), figure: true },
                    cell: ({ last_at }) => <span title={fullTime(last_at)}>{shortAgo(last_at)}</span>,
                  },
                ]}
              />
            </Scrolls>
          ) : (
            <div className="flex rounded-xl border border-line py-8">
              <Empty
                icon={<SearchX size={22} aria-hidden="true" />}
                title={t('knowledge.searchesEmpty')}
                says={t('knowledge.searchesEmptySays')}
              />
            </div>
          )}
          <p className="mt-3 text-faint text-sm">{t('knowledge.searchesPrivate')}</p>
        </>
      ) : searches.isError ? (
        <Failure {...saysFor(searches.error)}>
          <Button onClick={() => void searches.refetch()}>{t('app.retry')}</Button>
        </Failure>
      ) : (
        <SkeletonLines count={6} label={t('app.loading')} />
      )}
    </>
  )
}
