import { Menu as Base } from '@base-ui/react/menu'
import { Check, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { Kbd } from './kbd.tsx'
import { layers } from './layers.ts'
import type { MenuChoiceProps, MenuItemProps, MenuProps } from './menu.tsx'
import { choiceClass, popupClass } from './popup.ts'

/** A menu with all that menus take: `menu.tsx` loads it when one is first wanted. */
export const Menu = ({
  trigger,
  align,
  side,
  open,
  onOpenChange,
  children,
}: MenuProps & { open: boolean; onOpenChange: (open: boolean) => void }) => (
  <Base.Root open={open} onOpenChange={onOpenChange}>
    <Base.Trigger render={trigger} />
    <MenuPopup {...(align && { align })} {...(side && { side })}>
      {children}
    </MenuPopup>
  </Base.Root>
)

const MenuPopup = ({
  align = 'start',
  side = 'bottom',
  children,
}: {
  align?: 'start' | 'center' | 'end'
  side?: 'top' | 'bottom' | 'inline-end'
  children: ReactNode
}) => (
  <Base.Portal container={layers}>
    <Base.Positioner
      align={align}
      side={side}
      sideOffset={4}
      collisionPadding={8}
      className="z-40 outline-none"
    >
      <Base.Popup className={cx(popupClass, 'max-h-(--available-height) min-w-44 overflow-y-auto p-1')}>
        {children}
      </Base.Popup>
    </Base.Positioner>
  </Base.Portal>
)

export const MenuItem = ({
  icon,
  keys,
  aside,
  danger = false,
  onSelect,
  disabled = false,
  children,
}: MenuItemProps) => (
  <Base.Item onClick={onSelect} disabled={disabled} className={cx(choiceClass, danger && 'text-danger')}>
    {icon && <span className="text-faint">{icon}</span>}
    <span className="min-w-0 flex-1 truncate">{children}</span>
    {aside && <span className="ps-4 text-faint text-sm">{aside}</span>}
    {keys && <Kbd keys={keys} />}
  </Base.Item>
)

/** One of several, of which one holds. */
export function MenuChoice({ label, value, choices, onChoose }: MenuChoiceProps<string>) {
  return (
    <Base.SubmenuRoot>
      <Base.SubmenuTrigger className={cx(choiceClass, 'data-popup-open:bg-hover')}>
        <span className="flex-1">{label}</span>
        <span className="text-faint">{choices.find(choice => choice.value === value)?.label}</span>
        <ChevronRight size={14} aria-hidden="true" className="text-faint rtl:rotate-180" />
      </Base.SubmenuTrigger>
      <MenuPopup side="inline-end">
        <Base.RadioGroup value={value} onValueChange={onChoose}>
          {choices.map(choice => (
            <Base.RadioItem key={choice.value} value={choice.value} closeOnClick className={choiceClass}>
              <span className="flex-1">{choice.label}</span>
              <Base.RadioItemIndicator>
                <Check size={14} aria-hidden="true" />
              </Base.RadioItemIndicator>
            </Base.RadioItem>
          ))}
        </Base.RadioGroup>
      </MenuPopup>
    </Base.SubmenuRoot>
  )
}

export const MenuLine = () => <Base.Separator className="mx-1 my-1 h-px bg-line" />

/** What a menu is about, above its actions. */
export const MenuHead = ({ children }: { children: ReactNode }) => (
  <div className="px-2 pt-1.5 pb-1 text-sm text-faint">{children}</div>
)
