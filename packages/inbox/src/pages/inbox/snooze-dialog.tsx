import { useState } from 'react'
import { Form } from '../../forms/form.tsx'
import { localInput } from '../../parts/attribute-fact.tsx'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'

/** Any moment to come, by day and time. */
export function SnoozeDialog({
  onSnooze,
  onClose,
}: {
  onSnooze: (until: number) => void
  onClose: () => void
}) {
  const [isPast, setPast] = useState(false)
  const now = Math.floor(Date.now() / 1000)
  const submit = (written: string) => {
    const until = Math.floor(new Date(written).getTime() / 1000)
    if (!(until > Date.now() / 1000)) return setPast(true)
    onSnooze(until)
    onClose()
  }
  return (
    <Dialog open onClose={onClose} title={t('inbox.snoozeUntil')} closeLabel={t('app.close')} width="sm">
      <Form label={t('inbox.snoozeUntil')} names={['until']} onSubmit={({ until }) => submit(until)}>
        <Field label={t('inbox.snoozeMoment')} error={isPast ? t('inbox.snoozePast') : undefined}>
          <Input
            name="until"
            type="datetime-local"
            required
            min={localInput(now)}
            defaultValue={localInput(now + 24 * 60 * 60)}
          />
        </Field>
        <Button type="submit" look="primary" className="self-end">
          {t('inbox.snooze')}
        </Button>
      </Form>
    </Dialog>
  )
}
