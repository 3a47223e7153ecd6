import { Combobox as Base } from '@base-ui/react/combobox'
import { type ReactNode, type Ref, useState } from 'react'
import { cx } from './cx.ts'
import { choiceClass, popupClass } from './popup.ts'

export interface Found {
  id: string
  label: string
  says?: string
  icon?: ReactNode
}

/** A field that finds one of many, wherever they are kept: what is typed is searched by whoever gives `found`. */
export function Finder({
  label,
  placeholder,
  words,
  onWords,
  found,
  emptyLabel,
  onPick,
  input,
}: {
  label: string
  placeholder: string
  words: string
  onWords: (words: string) => void
  found: Found[]
  /** What is said where nothing is found; nothing while it is looked for. */
  emptyLabel: string | undefined
  onPick: (found: Found) => void
  input?: Ref<HTMLInputElement>
}) {
  const [isOpen, setOpen] = useState(false)
  return (
    // Beside the field and not above the page: what else there is stays within reach.
    <Base.Root
      inline
      open={isOpen}
      items={found}
      filter={null}
      value={null}
      inputValue={words}
      onInputValueChange={(typed, { reason }) => {
        // Being closed empties a field of which nothing is chosen, and would open it again.
        if (reason !== 'input-change') return
        onWords(typed)
        setOpen(true)
      }}
      onValueChange={(picked: Found | null) => picked && onPick(picked)}
      itemToStringLabel={(each: Found | null) => each?.label ?? ''}
      autoHighlight
    >
      <div className="relative min-w-0 flex-1">
        <Base.Input
          ref={input}
          aria-label={label}
          placeholder={placeholder}
          autoComplete="off"
          onClick={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={event => {
            if (event.key === 'ArrowDown') setOpen(true)
            if (event.key !== 'Escape' || !isOpen) return
            // It closes what was found: neither what was typed goes, nor the dialog around it.
            event.preventBaseUIHandler()
            event.stopPropagation()
            setOpen(false)
          }}
          className="h-9 w-full bg-transparent text-base outline-none placeholder:truncate"
        />
        {isOpen && (
          // biome-ignore lint/a11y/noStaticElementInteractions: a press in it leaves the focus in the field
          <div
            onMouseDown={event => event.preventDefault()}
            className={cx(popupClass, 'absolute inset-s-0 top-full z-20 mt-1 w-80 max-w-full')}
          >
            <Base.Empty className="px-3 py-3 text-base text-faint empty:hidden">{emptyLabel}</Base.Empty>
            <Base.List aria-label={label} className="max-h-80 overflow-y-auto p-1 data-empty:p-0">
              {(each: Found) => (
                <Base.Item key={each.id} value={each} className={cx(choiceClass, 'h-11!')}>
                  {each.icon}
                  <span className="min-w-0 flex-1">
                    <span dir="auto" className="block truncate">
                      {each.label}
                    </span>
                    {each.says && <span className="block truncate text-faint text-sm">{each.says}</span>}
                  </span>
                </Base.Item>
              )}
            </Base.List>
          </div>
        )}
      </div>
    </Base.Root>
  )
}
