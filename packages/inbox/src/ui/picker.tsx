import { Combobox as Base } from '@base-ui/react/combobox'
import { Check } from 'lucide-react'
import { type ReactElement, type ReactNode, useRef, useState } from 'react'
import { cx } from './cx.ts'
import { layers } from './layers.ts'
import { choiceClass, popupClass } from './popup.ts'

/** Something that can be picked. `words` are further words it is found by. */
export interface Pick {
  id: string
  label: string
  words?: string
  icon?: ReactNode
  aside?: ReactNode
}

const CREATE = ' create'

/** A searched list behind a button: people to assign to, tags to add. Typing filters, arrows move, Enter picks. */
export function Picker({
  trigger,
  picks,
  chosen,
  onPick,
  searchLabel,
  emptyLabel,
  open,
  onOpenChange,
  align = 'end',
  onCreate,
  movesFocus = false,
}: {
  trigger: ReactElement
  picks: Pick[]
  /** The ids that hold now. */
  chosen: readonly string[]
  onPick: (pick: Pick) => void
  searchLabel: string
  emptyLabel: string
  open?: boolean
  onOpenChange?: (open: boolean) => void
  align?: 'start' | 'end'
  /** What to do with words that find nothing, and how to say so. */
  onCreate?: { label: (words: string) => string; run: (words: string) => void }
  /** Whether a pick leads elsewhere, such as into a text: the button has the focus again only where nothing was picked. */
  movesFocus?: boolean
}) {
  const hasPicked = useRef(false)
  const [words, setWords] = useState('')
  const isNew = onCreate && words.trim() !== '' && !picks.some(pick => pick.label === words.trim())
  const create: Pick[] = isNew ? [{ id: CREATE, label: onCreate.label(words.trim()) }] : []
  return (
    <Base.Root
      items={[...picks, ...create]}
      value={null}
      onInputValueChange={setWords}
      onValueChange={(pick: Pick | null) => {
        hasPicked.current = pick !== null
        if (pick?.id === CREATE) onCreate?.run(words.trim())
        else if (pick) onPick(pick)
      }}
      itemToStringLabel={(pick: Pick | null) => (pick ? `${pick.label} ${pick.words ?? ''}` : '')}
      autoHighlight
      {...(open !== undefined && { open })}
      onOpenChange={opens => {
        if (opens) hasPicked.current = false
        onOpenChange?.(opens)
      }}
    >
      <Base.Trigger
        render={trigger}
        // Letters are keys of the app, not the beginning of a search.
        onKeyDown={event => event.key.length === 1 && event.key !== ' ' && event.preventBaseUIHandler()}
      />
      <Base.Portal container={layers}>
        <Base.Positioner align={align} sideOffset={4} collisionPadding={8} className="z-40 outline-none">
          <Base.Popup
            aria-label={searchLabel}
            // Where nothing is said, the focus stays with whoever has gone on meanwhile.
            {...(movesFocus && { finalFocus: () => !hasPicked.current })}
            className={cx(popupClass, 'w-64')}
          >
            <Base.Input
              aria-label={searchLabel}
              // In a field, its label is the button's.
              aria-labelledby={undefined}
              placeholder={searchLabel}
              className="h-9 w-full border-line border-b bg-transparent px-3 text-base outline-none"
            />
            <Base.Empty className="px-3 py-3 text-base text-faint empty:hidden">{emptyLabel}</Base.Empty>
            <Base.List className="max-h-72 overflow-y-auto p-1 data-empty:p-0">
              {(pick: Pick) => (
                <Base.Item key={pick.id} value={pick} className={choiceClass}>
                  {pick.icon}
                  <span className="min-w-0 flex-1 truncate">{pick.label}</span>
                  {pick.aside}
                  {chosen.includes(pick.id) && <Check size={14} aria-hidden="true" className="text-accent" />}
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
