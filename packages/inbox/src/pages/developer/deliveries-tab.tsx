import { History, RotateCcw, Send } from 'lucide-react'
import { useState } from 'react'
import { useApps } from '../../data/apps.ts'
import {
  type Delivery,
  type DeliveryFilter,
  useDeliveries,
  useDeliveryCounts,
  useReplayDeliveries,
} from '../../data/webhooks.ts'
import { TabHead } from '../../parts/tab-head.tsx'
import { fullTime, number, shortAgo } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import type { Column } from '../../ui/table.tsx'
import { toast } from '../../ui/toast.tsx'
import { DeliveryBadge } from './delivery-badge.tsx'
import { DeliveryDialog } from './delivery-dialog.tsx'
import { Log, LogDay, withoutEmpty } from './log.tsx'
import { ReplayDialog } from './replay-dialog.tsx'

const ANY = 'any'
const STATUSES = ['pending', 'delivered', 'failed', 'dropped'] as const

/** What apps were told, and telling it again. */
export function DeliveriesTab() {
  const apps = useApps().data?.data ?? []
  const [filter, setFilter] = useState<DeliveryFilter>({})
  const [openId, setOpenId] = useState<string>()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [isReplaying, setReplaying] = useState(false)
  const deliveries = useDeliveries(filter)
  const replay = useReplayDeliveries()
  const replayChosen = () =>
    replay.mutate(
      [...chosen].toSorted((a, b) => Number(a) - Number(b)),
      {
        onSuccess: count => {
          toast({ title: t('developer.replayed', { count }) })
          setChosen(new Set())
        },
      },
    )
  const choose = (id: string, on: boolean) =>
    setChosen(before => new Set(on ? [...before, id] : [...before].filter(each => each !== id)))
  const narrow = (of: { [K in keyof DeliveryFilter]: DeliveryFilter[K] | undefined }) =>
    setFilter(before => withoutEmpty({ ...before, ...of }))
  const columns: Column<Delivery>[] = [
    {
      key: 'topic',
      label: t('developer.topic'),
      cell: delivery => (
        <span className="flex items-center gap-2">
          <Checkbox
            label={t('developer.select', { topic: `${delivery.topic} ${delivery.id}` })}
            labelHidden
            checked={chosen.has(delivery.id)}
            onChange={event => choose(delivery.id, event.target.checked)}
          />
          <button
            type="button"
            onClick={() => setOpenId(delivery.id)}
            className="truncate font-mono text-accent text-sm underline-offset-2 hover:underline"
          >
            {delivery.topic}
          </button>
          {delivery.replay && <Badge>{t('developer.isReplay')}</Badge>}
        </span>
      ),
    },
    { key: 'status', label: t('developer.status'), cell: each => <DeliveryBadge delivery={each} /> },
    {
      key: 'app',
      label: t('developer.app'),
      cell: ({ app_id }) => apps.find(({ id }) => id === app_id)?.name ?? app_id,
    },
    {
      key: 'object',
      label: t('developer.object'),
      cell: ({ object_type, object_id }) =>
        object_type === null ? (
          '—'
        ) : (
          <span className="font-mono text-sm">{`${object_type} ${object_id}`}</span>
        ),
    },
    { key: 'attempts', label: t('developer.attempts'), figure: true, cell: each => number(each.attempts) },
    {
      key: 'when',
      label: t('developer.when'),
      figure: true,
      cell: ({ created_at }) => (
        <time title={fullTime(created_at)} dateTime={new Date(created_at * 1000).toISOString()}>
          {shortAgo(created_at)}
        </time>
      ),
    },
  ]
  return (
    <>
      <TabHead says={t('developer.deliveriesSays')}>
        {chosen.size > 0 && (
          <Button
            look="primary"
            icon={<RotateCcw size={14} aria-hidden="true" />}
            busy={replay.isPending}
            onClick={replayChosen}
          >
            {t('developer.replaySelected', { count: chosen.size })}
          </Button>
        )}
        <Button icon={<History size={15} aria-hidden="true" />} onClick={() => setReplaying(true)}>
          {t('developer.replayRange')}
        </Button>
      </TabHead>
      <LastDay />
      <search className="mb-3 grid gap-2 sm:grid-cols-3">
        <Select
          label={t('developer.app')}
          value={filter.app_id ?? ANY}
          onChange={value => narrow({ app_id: value === ANY ? undefined : value })}
          choices={[
            { value: ANY, label: t('developer.anyApp') },
            ...apps.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Select
          label={t('developer.status')}
          value={filter.status ?? ANY}
          onChange={value => narrow({ status: value === ANY ? undefined : value })}
          choices={[
            { value: ANY, label: t('developer.anyStatus') },
            ...STATUSES.map(value => ({
              value,
              label: t(value === 'failed' ? 'developer.deliveryFailed' : `developer.${value}`),
            })),
          ]}
        />
        <Input
          aria-label={t('developer.topic')}
          placeholder={t('developer.anyTopic')}
          defaultValue=""
          onChange={event => narrow({ topic: event.target.value.trim() || undefined })}
        />
      </search>
      <Log
        label={t('developer.deliveries')}
        query={deliveries}
        columns={columns}
        isFiltered={Object.keys(filter).length > 0}
        empty={{
          icon: Send,
          title: t('developer.deliveriesEmpty'),
          says: t('developer.deliveriesEmptySays'),
        }}
      />
      {openId !== undefined && <DeliveryDialog id={openId} onClose={() => setOpenId(undefined)} />}
      {isReplaying && <ReplayDialog apps={apps} onClose={() => setReplaying(false)} />}
    </>
  )
}

function LastDay() {
  const counts = useDeliveryCounts().data?.data ?? []
  const of = (name: 'delivered' | 'pending' | 'failed') => counts.map(count => count[name])
  const series = [
    { label: t('developer.delivered'), fill: 'fill-accent', mark: 'bg-accent', values: of('delivered') },
    { label: t('developer.pending'), fill: 'fill-info', mark: 'bg-info', values: of('pending') },
    { label: t('developer.deliveryFailed'), fill: 'fill-danger', mark: 'bg-danger', values: of('failed') },
  ]
  return <LogDay label={t('developer.deliveriesDay')} series={series} />
}
