import type { Editor } from '@tiptap/react'
import { type RefObject, useEffect, useId, useState } from 'react'
import { useMe } from '../../data/me.ts'
import { useAdmins } from '../../data/team.ts'
import { t } from '../../text/t.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { cx } from '../../ui/cx.ts'

/** Takes a key that is for the list; false for one that is for the text. */
export type TakeKey = (event: KeyboardEvent) => boolean

/** So many are looked through at a glance. */
const MOST = 6

/** Teammates whose name goes on as what stands behind the @ at the caret. Arrows move, Enter takes one, Escape leaves. */
export function MentionList({ editor, keys }: { editor: Editor; keys: RefObject<TakeKey | undefined> }) {
  const me = useMe()
  const begun = mentionAt(editor)
  const [left, setLeft] = useState<number>()
  const [at, setAt] = useState(0)
  const listId = useId()
  const words = begun?.words.toLowerCase() ?? ''
  const found = useAdmins()
    .filter(({ id, has_inbox_seat }) => id !== me.admin.id && has_inbox_seat !== false)
    .filter(({ name, email }) => ` ${name} ${email}`.toLowerCase().includes(` ${words}`))
    .slice(0, MOST)
  const isOpen = begun !== undefined && begun.from !== left && found.length > 0
  const current = Math.min(at, found.length - 1)
  const take = (admin: (typeof found)[number] | undefined) => {
    if (!begun || !admin) return
    const mention = { type: 'mention', attrs: { id: admin.id, label: admin.name } }
    const range = { from: begun.from, to: begun.to }
    editor
      .chain()
      .focus()
      .insertContentAt(range, [mention, { type: 'text', text: ' ' }])
      .run()
    setAt(0)
  }
  keys.current = event => {
    if (!isOpen) return false
    if (event.key === 'ArrowDown') setAt((current + 1) % found.length)
    else if (event.key === 'ArrowUp') setAt((current + found.length - 1) % found.length)
    else if (event.key === 'Enter' || event.key === 'Tab') take(found[current])
    else if (event.key === 'Escape') setLeft(begun.from)
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  useEffect(() => {
    const { dom } = editor.view
    if (isOpen) dom.setAttribute('aria-activedescendant', `${listId}-${current}`)
    else dom.removeAttribute('aria-activedescendant')
  }, [editor, isOpen, listId, current])
  if (!isOpen) return null
  return (
    <div
      role="listbox"
      aria-label={t('inbox.mention')}
      className="absolute inset-x-2 bottom-full z-10 mb-1 max-w-72 rounded-lg border border-line bg-raised p-1 shadow-md"
    >
      {found.map((admin, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text, where the focus stays
        <div
          key={admin.id}
          id={`${listId}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === current}
          onMouseDown={event => event.preventDefault()}
          onClick={() => take(admin)}
          className={cx('flex h-8 items-center gap-2 rounded-md px-2', index === current && 'bg-hover')}
        >
          <Avatar name={admin.name} size="sm" />
          <span className="min-w-0 flex-1 truncate">{admin.name}</span>
        </div>
      ))}
    </div>
  )
}

/** An @ before the caret and what was typed behind it. */
function mentionAt({ state }: Editor): { from: number; to: number; words: string } | undefined {
  const { $from, empty } = state.selection
  if (!empty || !$from.parent.isTextblock) return undefined
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 40), $from.parentOffset, '', ' ')
  const match = /(?:^|\s)@([\p{L}\p{N}.'-]*(?: [\p{L}\p{N}.'-]+)?)$/u.exec(before)
  if (!match) return undefined
  const words = match[1] ?? ''
  return { from: $from.pos - words.length - 1, to: $from.pos, words }
}
