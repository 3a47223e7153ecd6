import { Select as Base } from '@base-ui/react/select'
import { Check, ChevronsUpDown } from 'lucide-react'
import { cx } from './cx.ts'
import { controlClass } from './field.tsx'
import { layers } from './layers.ts'
import { choiceClass, popupClass } from './popup.ts'

/** One of a few. Inside a `Field` it takes that one's label. */
export function Select<V extends string>({
  value,
  onChange,
  choices,
  label,
}: {
  value: V
  onChange: (value: V) => void
  choices: readonly { value: V; label: string }[]
  /** Where no field names it. */
  label?: string
}) {
  return (
    <Base.Root items={choices} value={value} onValueChange={chosen => chosen !== null && onChange(chosen)}>
      <Base.Trigger
        aria-label={label}
        className={cx(controlClass, 'flex h-8 items-center justify-between gap-2 px-2.5 text-base')}
      >
        <Base.Value className="truncate" />
        <Base.Icon className="text-faint">
          <ChevronsUpDown size={14} aria-hidden="true" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal container={layers}>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-40 outline-none">
          <Base.Popup className={cx(popupClass, 'min-w-(--anchor-width) p-1')}>
            <Base.List className="max-h-(--available-height) overflow-y-auto">
              {choices.map(choice => (
                <Base.Item key={choice.value} value={choice.value} className={choiceClass}>
                  <Base.ItemText className="flex-1 truncate">{choice.label}</Base.ItemText>
                  <Base.ItemIndicator className="text-accent">
                    <Check size={14} aria-hidden="true" />
                  </Base.ItemIndicator>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
