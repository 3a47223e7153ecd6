import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactElement } from 'react'
import { Kbd } from './kbd.tsx'
import { layers } from './layers.ts'

/** Says what an element is, after a moment, and at once when the pointer comes from another tooltip. */
export const Tooltip = ({
  label,
  keys,
  side = 'bottom',
  children,
}: {
  label: string
  keys?: string | undefined
  side?: 'top' | 'bottom' | 'left' | 'right' | 'inline-end'
  children: ReactElement
}) => (
  <Base.Root>
    <Base.Trigger render={children} />
    <Base.Portal container={layers}>
      <Base.Positioner side={side} sideOffset={6} className="z-50">
        <Base.Popup className="flex max-w-72 items-center gap-2 rounded-md bg-raised px-2 py-1 text-sm text-ink shadow-md transition-opacity data-starting-style:opacity-0 data-ending-style:opacity-0">
          {label}
          {keys && <Kbd keys={keys} />}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  </Base.Root>
)

/** Around the app: one delay for all tooltips. */
export const TooltipProvider = Base.Provider
