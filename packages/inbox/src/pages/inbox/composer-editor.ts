import { Placeholder } from '@tiptap/extensions'
import type { Editor } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { useEffect } from 'react'
import { INBOX_KEYS } from '../../actions/inbox-keys.ts'
import { isPress } from '../../ui/keys.ts'

/** What messages are written with. */
export const messageExtensions = (placeholder: () => string) => [
  StarterKit.configure({
    heading: false,
    link: { openOnClick: false, autolink: true, defaultProtocol: 'https' },
  }),
  Placeholder.configure({ placeholder }),
]

/** A draft may end in a space: its writer is in the middle of a sentence. */
export const AS_WRITTEN = { preserveWhitespace: true } as const

/** The keys that send break no line on their way to whoever listens for them. */
export const isSending = (event: KeyboardEvent): boolean =>
  isPress(event, INBOX_KEYS.send.keys) || isPress(event, INBOX_KEYS.sendAndClose.keys)

/** Escape leads out of the text, to the keys of the app. */
export function leaveByEscape(_view: unknown, event: KeyboardEvent): boolean {
  if (event.key !== 'Escape') return false
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  return true
}

/** Puts the caret into the text, at once or as soon as that is on the page. */
export function focusWords(editor: Editor | null): void {
  if (editor?.isDestroyed) editor.once('mount', () => editor.view.focus())
  else editor?.view.focus()
}

/** Has the placeholder say what has come to be known, such as a name: it is drawn with the text alone. */
export function useShownPlaceholder(editor: Editor | null, known: string): void {
  useEffect(() => {
    if (editor && !editor.isDestroyed) editor.view.dispatch(editor.state.tr.setMeta('placeholder', known))
  }, [editor, known])
}
