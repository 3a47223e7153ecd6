import { type ComponentProps, cloneElement, lazy, type ReactElement, Suspense, useState } from 'react'
import type { Picker as PickerType } from './picker.tsx'

const Picker = lazy(async () => ({ default: (await import('./picker.tsx')).Picker }))

/** A picker that is loaded when it is first opened: its button is there at once. */
export function PickerOnDemand({
  trigger,
  open,
  onOpenChange,
  ...props
}: Omit<ComponentProps<typeof PickerType>, 'trigger' | 'open' | 'onOpenChange'> & {
  trigger: ReactElement<{ onClick?: () => void }>
  open: boolean
  onOpenChange: (open: boolean) => void
}) {
  const [isWanted, setWanted] = useState(open)
  if (open && !isWanted) setWanted(true)
  const waiting = cloneElement(trigger, { onClick: () => onOpenChange(true) })
  if (!isWanted) return waiting
  return (
    <Suspense fallback={waiting}>
      <Picker {...props} trigger={trigger} open={open} onOpenChange={onOpenChange} />
    </Suspense>
  )
}
