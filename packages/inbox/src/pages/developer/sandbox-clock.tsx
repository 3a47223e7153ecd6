import { Pause, Play } from 'lucide-react'
import { useMoveClock, useSandboxClock } from '../../data/sandbox.ts'
import { Form } from '../../forms/form.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { SettingsSection } from '../../parts/settings-section.tsx'
import { clockTime, dayName } from '../../text/format.ts'
import { type PlainKey, t } from '../../text/t.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { toast } from '../../ui/toast.tsx'
import { fieldOf, secondsOf } from './local-time.ts'

const STEPS: [seconds: number, label: PlainKey][] = [
  [60, 'developer.minute'],
  [3600, 'developer.hour'],
  [86_400, 'developer.day'],
  [604_800, 'developer.week'],
]

/** The time it is in the sandbox, and moving it on. */
export function SandboxClock() {
  const clock = useSandboxClock()
  const move = useMoveClock()
  const go = (to: Parameters<typeof move.mutate>[0]) =>
    move.mutate(to, {
      onSuccess: ({ ran }) => ran !== undefined && toast({ title: t('developer.ran', { count: ran }) }),
    })
  return (
    <SettingsSection title={t('developer.clock')} says={t('developer.clockSays')}>
      <Loaded query={clock}>
        {({ now, frozen }) => (
          <div className="flex flex-col gap-4">
            <p className="flex flex-wrap items-center gap-2 font-semibold text-lg">
              <time dateTime={new Date(now * 1000).toISOString()}>
                {dayName(now)}, {clockTime(now)}
              </time>
              {frozen && <Badge tone="info">{t('developer.clockFrozen')}</Badge>}
            </p>
            <div className="flex flex-wrap gap-2">
              {STEPS.map(([seconds, label]) => (
                <Button
                  key={seconds}
                  disabled={move.isPending}
                  aria-label={t('developer.advance', { span: t(label) })}
                  onClick={() => go({ advance: seconds })}
                >
                  + {t(label)}
                </Button>
              ))}
              <Button
                disabled={move.isPending}
                icon={frozen ? <Play size={14} aria-hidden="true" /> : <Pause size={14} aria-hidden="true" />}
                onClick={() => go({ frozen: !frozen })}
              >
                {t(frozen ? 'developer.thaw' : 'developer.freeze')}
              </Button>
            </div>
            <Form
              label={t('developer.setClock')}
              names={['now']}
              className="max-w-xs"
              onSubmit={({ now: wanted }) => wanted && go({ now: secondsOf(wanted) })}
            >
              <Field label={t('developer.setTo')}>
                <Input name="now" type="datetime-local" min={fieldOf(now)} defaultValue={fieldOf(now)} />
              </Field>
              <Button type="submit" busy={move.isPending} className="self-start">
                {t('developer.setClock')}
              </Button>
            </Form>
          </div>
        )}
      </Loaded>
    </SettingsSection>
  )
}
