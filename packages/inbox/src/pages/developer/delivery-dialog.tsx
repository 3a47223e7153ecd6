import { RotateCcw } from 'lucide-react'
import { type DeliveryDetails, useDelivery, useReplayDeliveries } from '../../data/webhooks.ts'
import { Fact } from '../../parts/fact.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { fullTime, number } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Scrolls } from '../../ui/scrolls.tsx'
import { toast } from '../../ui/toast.tsx'
import { DeliveryBadge } from './delivery-badge.tsx'

/** A delivery with each attempt: what was sent, what came back, and how long it took. */
export function DeliveryDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const delivery = useDelivery(id)
  const replay = useReplayDeliveries()
  const again = () =>
    replay.mutate([id], {
      onSuccess: count => {
        toast({ title: t('developer.replayed', { count }) })
        onClose()
      },
    })
  return (
    <Dialog
      open
      onClose={onClose}
      title={delivery.data?.topic ?? t('developer.delivery', { id })}
      closeLabel={t('app.close')}
      width="lg"
      footer={
        <Button
          look="primary"
          icon={<RotateCcw size={14} aria-hidden="true" />}
          busy={replay.isPending}
          onClick={again}
        >
          {t('developer.replay')}
        </Button>
      }
    >
      <Loaded query={delivery}>{data => <Details delivery={data} />}</Loaded>
    </Dialog>
  )
}

const Details = ({ delivery }: { delivery: DeliveryDetails }) => (
  <div className="flex flex-col gap-5">
    <dl>
      <Fact label={t('developer.status')}>
        <DeliveryBadge delivery={{ ...delivery, type: 'webhook_delivery' }} />
      </Fact>
      <Fact label={t('developer.notification')}>
        <code className="break-all font-mono text-sm">{delivery.notification_id}</code>
      </Fact>
      <Fact label={t('developer.version')}>{delivery.version}</Fact>
      <Fact label={t('developer.when')}>{fullTime(delivery.created_at)}</Fact>
      {delivery.next_attempt_at !== null && (
        <Fact label={t('developer.nextAttempt')}>{fullTime(delivery.next_attempt_at)}</Fact>
      )}
    </dl>
    {delivery.history.length === 0 && <p className="text-soft">{t('developer.notSent')}</p>}
    {delivery.history.map(attempt => (
      <Attempt key={attempt.number} attempt={attempt} />
    ))}
    {delivery.body !== null && <Code label={t('developer.body')} text={pretty(delivery.body)} />}
  </div>
)

function Attempt({ attempt }: { attempt: DeliveryDetails['history'][number] }) {
  const { number: at, started_at_ms, duration_ms, request, response, error } = attempt
  const isWell = response !== null && response.status >= 200 && response.status < 300
  return (
    <section className="flex flex-col gap-2">
      <h3 className="flex flex-wrap items-center gap-2 font-semibold text-md">
        {t('developer.attempt', { number: at })}
        {response !== null && <Badge tone={isWell ? 'accent' : 'danger'}>{String(response.status)}</Badge>}
        <span className="font-normal text-faint text-sm">
          {fullTime(Math.floor(started_at_ms / 1000))} · {t('developer.took', { ms: number(duration_ms) })}
        </span>
      </h3>
      <Code
        label={t('developer.request')}
        text={[`${request.method} ${request.url}`, ...lines(request.headers)].join('\n')}
      />
      {response === null ? (
        <p className="text-danger">{t('developer.noAnswer', { error: error ?? '?' })}</p>
      ) : (
        <Code
          label={t('developer.response')}
          text={[String(response.status), ...lines(response.headers), '', response.body].join('\n').trim()}
        />
      )}
    </section>
  )
}

const Code = ({ label, text }: { label: string; text: string }) => (
  <figure className="flex flex-col gap-1">
    <figcaption className="text-faint text-sm">{label}</figcaption>
    <Scrolls
      as="pre"
      className="max-h-72 overflow-auto rounded-md border border-line bg-sunken p-2.5 font-mono text-sm"
    >
      {text}
    </Scrolls>
  </figure>
)

const lines = (headers: Record<string, unknown>): string[] =>
  Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`)

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
