import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type ReactNode, type RefObject, useRef } from 'react'
import { cx } from './cx.ts'
import { IconButton } from './icon-button.tsx'
import { layers } from './layers.ts'

const WIDTHS = { sm: 'max-w-sm', md: 'max-w-lg', lg: 'max-w-2xl' }

/** Asks for something above the page. Escape and a press beside it close it. */
export const Dialog = ({
  open,
  onClose,
  title,
  says,
  closeLabel,
  width = 'md',
  footer,
  returnTo,
  children,
}: {
  open: boolean
  onClose: () => void
  title: string
  says?: ReactNode
  closeLabel: string
  width?: keyof typeof WIDTHS
  footer?: ReactNode
  /** Where the focus goes on from, where what it was opened by goes itself, as an entry of a menu does. */
  returnTo?: RefObject<HTMLElement | null> | undefined
  children?: ReactNode
}) => {
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Base.Root open={open} onOpenChange={isOpen => !isOpen && onClose()}>
      <Base.Portal container={layers}>
        <Base.Backdrop className="fixed inset-0 z-30 bg-scrim transition-opacity data-starting-style:opacity-0 data-ending-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-30 flex items-start justify-center overflow-y-auto p-4 pt-[12vh]">
          <Base.Popup
            ref={popup}
            // What is asked for is filled in at once, but for a finger, which would call up a keyboard.
            initialFocus={how =>
              how === 'touch' || (popup.current?.querySelector<HTMLElement>(FIELDS) ?? true)
            }
            {...(returnTo && { finalFocus: returnTo })}
            className={cx(
              'flex w-full flex-col rounded-xl bg-raised shadow-lg outline-none transition-[opacity,scale]',
              'data-starting-style:scale-[0.98] data-starting-style:opacity-0 data-ending-style:opacity-0',
              WIDTHS[width],
            )}
          >
            <div className="flex items-start justify-between gap-4 px-5 pt-4">
              <div>
                <Base.Title className="text-lg font-semibold">{title}</Base.Title>
                {says && <Base.Description className="mt-1 text-base text-soft">{says}</Base.Description>}
              </div>
              <Base.Close
                render={
                  <IconButton label={closeLabel} keys="escape" icon={<X size={16} />} className="-me-2" />
                }
              />
            </div>
            <div className="px-5 py-4">{children}</div>
            {footer && <div className="flex justify-end gap-2 border-line border-t px-5 py-3">{footer}</div>}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}

/** What is typed into. */
const FIELDS =
  'input:not([type=hidden], [type=checkbox], [type=radio], [type=file], [disabled]), textarea:not([disabled])'
