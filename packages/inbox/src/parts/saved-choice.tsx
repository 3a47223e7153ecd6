import { type ComponentProps, useState } from 'react'
import { Checkbox } from '../ui/checkbox.tsx'
import { Switch } from '../ui/switch.tsx'

/** Told when keeping a choice is over, whether or not it could be kept. */
export interface Over {
  onSettled: () => void
}

interface Kept {
  checked: boolean
  /** Keeps what was chosen, and says when that is over. */
  onSave: (checked: boolean, over: Over) => void
}

/** What was just chosen shows at once, for as long as it is being kept. */
function useChosen({ checked, onSave }: Kept): Pick<ComponentProps<'input'>, 'checked' | 'onChange'> {
  const [chosen, setChosen] = useState<boolean>()
  return {
    checked: chosen ?? checked,
    onChange: ({ target }) => {
      setChosen(target.checked)
      onSave(target.checked, { onSettled: () => setChosen(undefined) })
    },
  }
}

type Saved<C extends typeof Checkbox | typeof Switch> = Omit<
  ComponentProps<C>,
  'checked' | 'onChange' | 'onSave'
> &
  Kept

/** A choice that is kept as soon as it is made, and goes back where it could not be kept. */
export function SavedCheckbox({ checked, onSave, ...props }: Saved<typeof Checkbox>) {
  return <Checkbox {...props} {...useChosen({ checked, onSave })} />
}

/** A switch that is kept as soon as it is pressed, and goes back where it could not be kept. */
export function SavedSwitch({ checked, onSave, ...props }: Saved<typeof Switch>) {
  return <Switch {...props} {...useChosen({ checked, onSave })} />
}
