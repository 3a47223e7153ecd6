import { useState } from 'react'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'

/** `2026-11-26T09:00`, by the clock of the reader. */
const localMoment = (at: number): string => {
  const moment = new Date(at * 1000)
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

const nextHour = (): number => Math.ceil(Date.now() / 3_600_000) * 3600 + 3600

/** Asks when. */
export function ScheduleDialog({
  at = nextHour(),
  busy,
  onSchedule,
  onClose,
}: {
  at: number | undefined
  busy: boolean
  onSchedule: (at: number) => void
  onClose: () => void
}) {
  const [moment, setMoment] = useState(localMoment(at))
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('outbound.schedule')}
      says={t('outbound.scheduleSays')}
      closeLabel={t('app.close')}
      width="sm"
      footer={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button
            look="primary"
            busy={busy}
            disabled={moment === ''}
            onClick={() => onSchedule(Math.floor(new Date(moment).getTime() / 1000))}
          >
            {t('outbound.scheduleDo')}
          </Button>
        </>
      }
    >
      <Field label={t('outbound.when')}>
        <Input type="datetime-local" value={moment} onChange={event => setMoment(event.target.value)} />
      </Field>
    </Dialog>
  )
}
