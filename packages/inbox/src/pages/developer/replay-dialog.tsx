import { useState } from 'react'
import type { App } from '../../data/apps.ts'
import { reasonOf } from '../../data/refusal.ts'
import { useReplay } from '../../data/webhooks.ts'
import { Form } from '../../forms/form.tsx'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import { toast } from '../../ui/toast.tsx'
import { secondsOf } from './local-time.ts'

/** Tells an app again what happened in a stretch of time, of one topic or of all. */
export function ReplayDialog({ apps, onClose }: { apps: App[]; onClose: () => void }) {
  const hooked = apps.filter(app => app.webhook_url !== null)
  const [appId = hooked[0]?.id, setAppId] = useState<string>()
  const replay = useReplay()
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('developer.replayRange')}
      says={t('developer.replayRangeSays')}
      closeLabel={t('app.close')}
    >
      <Form
        label={t('developer.replayRange')}
        names={['topic', 'since', 'until']}
        error={replay.error ? reasonOf(replay.error) : undefined}
        onSubmit={({ topic, since, until }) =>
          appId !== undefined &&
          replay.mutate(
            {
              app_id: appId,
              ...(topic.trim() && { topic: topic.trim() }),
              ...(since && { since: secondsOf(since) }),
              ...(until && { until: secondsOf(until) }),
            },
            {
              onSuccess: ({ count }) => {
                toast({ title: t('developer.replayed', { count }) })
                onClose()
              },
            },
          )
        }
      >
        <Field label={t('developer.app')}>
          <Select
            value={appId ?? ''}
            onChange={setAppId}
            choices={hooked.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
        <Field label={t('developer.topic')}>
          <Input name="topic" placeholder={t('developer.anyTopic')} autoComplete="off" />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('developer.from')}>
            <Input name="since" type="datetime-local" />
          </Field>
          <Field label={t('developer.until')}>
            <Input name="until" type="datetime-local" />
          </Field>
        </div>
        <Button
          type="submit"
          look="primary"
          busy={replay.isPending}
          disabled={appId === undefined}
          className="self-end"
        >
          {t('developer.replay')}
        </Button>
      </Form>
    </Dialog>
  )
}
