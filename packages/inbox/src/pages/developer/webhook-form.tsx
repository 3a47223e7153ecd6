import { useState } from 'react'
import type { App } from '../../data/apps.ts'
import { reasonOf } from '../../data/refusal.ts'
import { useChangeWebhook, useTestWebhook, type useWebhook } from '../../data/webhooks.ts'
import { Form } from '../../forms/form.tsx'
import { Confirm } from '../../parts/confirm.tsx'
import { clockTime } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import { toast } from '../../ui/toast.tsx'
import { TopicPicker } from './topic-picker.tsx'

type Webhook = NonNullable<ReturnType<typeof useWebhook>['data']>

/** Where an app is told of which topics, how it fares, and trying it out. */
export function WebhookForm({ app, webhook }: { app: App; webhook: Webhook }) {
  const change = useChangeWebhook(app.id)
  const [topics, setTopics] = useState(webhook.topics)
  const [policy, setPolicy] = useState(webhook.policy)
  const [ordered, setOrdered] = useState(webhook.ordered)
  return (
    <>
      <Fares app={app} webhook={webhook} />
      <Form
        label={t('developer.webhooks')}
        names={['url', 'concurrency']}
        error={change.error ? reasonOf(change.error) : undefined}
        onSubmit={({ url, concurrency }) =>
          change.mutate(
            { url: url.trim(), topics, policy, ordered, concurrency: Number(concurrency) },
            { onSuccess: () => toast({ title: t('developer.saved') }) },
          )
        }
      >
        <Field label={t('developer.endpoint')} hint={t('developer.endpointHint')}>
          <Input
            name="url"
            type="url"
            placeholder="https://"
            defaultValue={webhook.url ?? ''}
            required
            autoComplete="off"
          />
        </Field>
        <TopicPicker app={app} chosen={topics} onChange={setTopics} />
        <div className="grid gap-4 sm:grid-cols-[1fr_10rem]">
          <Field label={t('developer.policy')}>
            <Select
              value={policy}
              onChange={setPolicy}
              choices={[
                { value: 'intercom', label: t('developer.policyIntercom') },
                { value: 'durable', label: t('developer.policyDurable') },
              ]}
            />
          </Field>
          <Field label={t('developer.concurrency')}>
            <Input name="concurrency" type="number" min={1} max={100} defaultValue={webhook.concurrency} />
          </Field>
        </div>
        <Checkbox
          label={t('developer.ordered')}
          checked={ordered}
          onChange={event => setOrdered(event.target.checked)}
        />
        <Button type="submit" look="primary" busy={change.isPending} className="self-start">
          {t('app.save')}
        </Button>
      </Form>
    </>
  )
}

function Fares({ app, webhook }: { app: App; webhook: Webhook }) {
  const change = useChangeWebhook(app.id)
  const test = useTestWebhook()
  const [isLeaving, setLeaving] = useState(false)
  const { says, isWell } = stateOf(webhook)
  const failed = (error: unknown) =>
    toast({ title: t('developer.failed'), says: reasonOf(error), failed: true })
  const act = (what: 'remove' | 'live') =>
    change.mutate(what, {
      onSuccess: () => toast({ title: t(what === 'live' ? 'developer.isLive' : 'developer.stopped') }),
      onError: failed,
      onSettled: () => setLeaving(false),
    })
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Badge tone={webhook.state === 'none' ? 'neutral' : isWell ? 'accent' : 'danger'}>{says}</Badge>
      {webhook.consecutive_errors > 0 && (
        <span className="text-faint text-sm">
          {t('developer.errorsInRow', { count: webhook.consecutive_errors })}
        </span>
      )}
      {webhook.url !== null && (
        <span className="ms-auto flex flex-wrap gap-2">
          {!isWell && <Button onClick={() => act('live')}>{t('developer.goLive')}</Button>}
          <Button
            busy={test.isPending}
            onClick={() =>
              test.mutate(app.id, { onSuccess: () => toast({ title: t('developer.testSent') }) })
            }
          >
            {t('developer.sendTest')}
          </Button>
          <Button look="quiet" onClick={() => setLeaving(true)}>
            {t('developer.stopTelling')}
          </Button>
        </span>
      )}
      <Confirm
        open={isLeaving}
        title={t('developer.stopTellingTitle', { name: app.name })}
        says={t('developer.stopTellingSays')}
        doLabel={t('developer.stopTelling')}
        busy={change.isPending}
        onDo={() => act('remove')}
        onClose={() => setLeaving(false)}
      />
    </div>
  )
}

function stateOf({ state, paused_until, throttled_until }: Webhook): { says: string; isWell: boolean } {
  if (state === 'none') return { says: t('developer.stateNone'), isWell: true }
  if (state === 'disabled') return { says: t('developer.stateDisabled'), isWell: false }
  if (state === 'suspended') return { says: t('developer.stateSuspended'), isWell: false }
  if (paused_until !== null)
    return { says: t('developer.statePaused', { time: clockTime(paused_until) }), isWell: false }
  if (throttled_until !== null)
    return { says: t('developer.stateThrottled', { time: clockTime(throttled_until) }), isWell: false }
  return { says: t('developer.stateLive'), isWell: true }
}
