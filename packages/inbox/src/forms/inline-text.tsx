import { cx } from '../ui/cx.ts'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'

/** A text that looks like one until it is gone to, and is saved when it is left. Empty, it becomes again what it was. */
export const InlineText = ({
  label,
  value,
  maxLength = 255,
  className,
  onSave,
}: {
  label: string
  value: string
  maxLength?: number
  className?: string
  onSave: (text: string) => void
}) => (
  <Field label={label} labelHidden className={cx('min-w-0', className)}>
    <Input
      key={value}
      defaultValue={value}
      dir="auto"
      maxLength={maxLength}
      className="truncate border-transparent! bg-transparent! px-1.5! shadow-none! hover:border-line-strong! focus-visible:border-focus!"
      onKeyDown={event => {
        if (event.key === 'Escape') event.currentTarget.value = value
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
      }}
      onBlur={event => {
        const text = event.target.value.trim()
        if (text === '') event.target.value = value
        else if (text !== value) onSave(text)
      }}
    />
  </Field>
)
