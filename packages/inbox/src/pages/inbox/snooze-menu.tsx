import { lazy, type ReactElement, Suspense, useState } from 'react'
import { momentToCome } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Menu, MenuHead, MenuItem, MenuLine } from '../../ui/menu.tsx'

const SnoozeDialog = lazy(async () => ({ default: (await import('./snooze-dialog.tsx')).SnoozeDialog }))

/** Puts a conversation away until a better moment. */
export function SnoozeMenu({
  open,
  onOpenChange,
  onSnooze,
  children,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
  onSnooze: (until: number) => void
  children: ReactElement<Record<string, unknown>>
}) {
  const [isChoosing, setChoosing] = useState(false)
  return (
    <>
      <Menu trigger={children} align="end" open={open} onOpenChange={onOpenChange}>
        <MenuHead>{t('inbox.snoozeUntil')}</MenuHead>
        {momentsFrom(new Date()).map(({ label, until }) => (
          <MenuItem key={label} onSelect={() => onSnooze(until)} aside={momentToCome(until)}>
            {label}
          </MenuItem>
        ))}
        <MenuLine />
        <MenuItem onSelect={() => setChoosing(true)}>{t('inbox.custom')}</MenuItem>
      </Menu>
      <Suspense>
        {isChoosing && <SnoozeDialog onSnooze={onSnooze} onClose={() => setChoosing(false)} />}
      </Suspense>
    </>
  )
}

const MORNING = 9

/** Moments one would choose, in seconds since the epoch, in the browser's own time. */
function momentsFrom(now: Date): { label: string; until: number }[] {
  const inDays = (days: number) => {
    const day = new Date(now)
    day.setDate(day.getDate() + days)
    day.setHours(MORNING, 0, 0, 0)
    return Math.floor(day.getTime() / 1000)
  }
  const untilMonday = (8 - now.getDay()) % 7 || 7
  return [
    { label: t('inbox.laterToday'), until: Math.floor(now.getTime() / 1000) + 3 * 60 * 60 },
    { label: t('inbox.tomorrow'), until: inDays(1) },
    { label: t('inbox.nextMonday'), until: inDays(untilMonday) },
    { label: t('inbox.inAWeek'), until: inDays(7) },
  ]
}
