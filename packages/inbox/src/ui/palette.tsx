import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { Kbd } from './kbd.tsx'
import { layers } from './layers.ts'
import { choiceClass } from './popup.ts'

export interface Command {
  id: string
  label: string
  /** Further words it is found by. */
  words?: string
  keys?: string | undefined
  icon?: ReactNode
  run: () => void
}

export interface CommandGroup {
  value: string
  items: Command[]
}

/** Everything one can do, found by typing. */
export const Palette = ({
  open,
  onClose,
  groups,
  label,
  placeholder,
  emptyLabel,
}: {
  open: boolean
  onClose: () => void
  groups: CommandGroup[]
  label: string
  placeholder: string
  emptyLabel: string
}) => (
  <Dialog.Root open={open} onOpenChange={isOpen => !isOpen && onClose()}>
    <Dialog.Portal container={layers}>
      <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity data-starting-style:opacity-0 data-ending-style:transition-none" />
      <Dialog.Viewport className="fixed inset-0 z-40 flex items-start justify-center p-4 pt-[14vh]">
        <Dialog.Popup
          aria-label={label}
          className="flex max-h-[26rem] w-full max-w-xl flex-col overflow-hidden rounded-xl bg-raised shadow-lg outline-none transition-[opacity,scale] data-starting-style:scale-[0.98] data-starting-style:opacity-0 data-ending-style:transition-none"
        >
          <Autocomplete.Root
            open
            inline
            items={groups}
            autoHighlight="always"
            keepHighlight
            itemToStringValue={(item: Command) => `${item.label} ${item.words ?? ''}`}
          >
            <div className="flex items-center gap-2.5 border-line border-b px-4">
              <Search size={16} aria-hidden="true" className="shrink-0 text-faint" />
              <Autocomplete.Input
                aria-label={label}
                placeholder={placeholder}
                className="h-12 w-full bg-transparent text-lg outline-none"
              />
            </div>
            <Autocomplete.Empty className="px-4 py-6 text-center text-base text-faint empty:hidden">
              {emptyLabel}
            </Autocomplete.Empty>
            <Autocomplete.List className="min-h-0 overflow-y-auto overscroll-contain p-1.5 scroll-py-1.5 data-empty:p-0">
              {(group: CommandGroup) => (
                <Autocomplete.Group key={group.value} items={group.items} className="not-last:mb-1.5">
                  <Autocomplete.GroupLabel className="px-2.5 pt-1.5 pb-1 font-medium text-faint text-sm">
                    {group.value}
                  </Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(item: Command) => (
                      <Autocomplete.Item
                        key={item.id}
                        value={item}
                        onClick={() => {
                          onClose()
                          item.run()
                        }}
                        className={cx(choiceClass, 'h-9 px-2.5')}
                      >
                        <span className="flex w-4 justify-center text-faint">{item.icon}</span>
                        <span className="min-w-0 flex-1 truncate">{item.label}</span>
                        {item.keys && <Kbd keys={item.keys} />}
                      </Autocomplete.Item>
                    )}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Viewport>
    </Dialog.Portal>
  </Dialog.Root>
)
