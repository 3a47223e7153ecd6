import { cloneElement, lazy, type ReactElement, type ReactNode, Suspense, useState } from 'react'

/** What menus are made of comes when the first one is wanted: no page waits for it. */
const loadParts = () => import('./menu-parts.tsx')
const Whole = lazy(async () => ({ default: (await loadParts()).Menu }))
const Choice = lazy(async () => ({ default: (await loadParts()).MenuChoice }))

/** Something to do. */
export const MenuItem = lazy(async () => ({ default: (await loadParts()).MenuItem }))

export const MenuLine = lazy(async () => ({ default: (await loadParts()).MenuLine }))

/** What a menu is about, above its actions. */
export const MenuHead = lazy(async () => ({ default: (await loadParts()).MenuHead }))

export interface MenuProps {
  trigger: ReactElement<Record<string, unknown>>
  align?: 'start' | 'center' | 'end'
  side?: 'top' | 'bottom' | 'inline-end'
  children: ReactNode
}

export interface MenuItemProps {
  icon?: ReactNode
  /** At its end, such as when it would be. */
  aside?: ReactNode
  keys?: string | undefined
  danger?: boolean
  disabled?: boolean
  onSelect: () => void
  children: ReactNode
}

export interface MenuChoiceProps<V extends string> {
  label: string
  value: V
  choices: readonly { value: V; label: string }[]
  onChoose: (value: V) => void
}

/** Actions behind a button, which is there before they are. */
export function Menu({
  trigger,
  open,
  onOpenChange,
  ...props
}: MenuProps & { open?: boolean; onOpenChange?: (open: boolean) => void }) {
  const [isOpenItself, setOpenItself] = useState(false)
  const isOpen = open ?? isOpenItself
  const [isWanted, setWanted] = useState(isOpen)
  if (isOpen && !isWanted) setWanted(true)
  const change = onOpenChange ?? setOpenItself
  const button = cloneElement(trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onClick: () => change(true),
    onPointerEnter: () => void loadParts(),
    onFocus: () => void loadParts(),
  })
  if (!isWanted) return button
  return (
    <Suspense fallback={button}>
      <Whole {...props} trigger={trigger} open={isOpen} onOpenChange={change} />
    </Suspense>
  )
}

/** One of several, of which one holds. */
export function MenuChoice<V extends string>({ choices, onChoose, ...props }: MenuChoiceProps<V>) {
  return (
    <Choice
      {...props}
      choices={choices}
      onChoose={chosen => {
        const choice = choices.find(({ value }) => value === chosen)
        if (choice) onChoose(choice.value)
      }}
    />
  )
}
