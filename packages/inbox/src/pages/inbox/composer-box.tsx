import { Placeholder } from '@tiptap/extensions'
import { EditorContent, useEditor } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { useRef, useState } from 'react'
import { useActions } from '../../actions/actions.ts'
import { INBOX_KEYS } from '../../actions/inbox-keys.ts'
import type { Conversation } from '../../data/conversations.ts'
import { draftOf, keepDraft } from '../../data/drafts.ts'
import { type NewReply, useSend } from '../../data/replies.ts'
import { t } from '../../text/t.ts'
import { cx } from '../../ui/cx.ts'
import { isPress } from '../../ui/keys.ts'
import { FileChips, useFiles } from './composer-files.tsx'
import { ComposerFoot } from './composer-foot.tsx'
import { KindSwitch } from './kind-switch.tsx'

type Kind = NewReply['kind']

/** Where one writes: to the customer, or a note to the team. What is begun is kept until it is sent. */
export function ComposerBox({
  conversation,
  onClosed,
}: {
  conversation: Conversation
  onClosed: () => void
}) {
  const { id } = conversation
  const { kind, editor, show } = useComposerEditor(conversation)
  const files = useFiles()
  const send = useSend(id, reply => {
    keepDraft(id, reply.kind, reply.body)
    files.set(reply.files)
    show(reply.kind)
  })
  const isEmpty = (editor?.isEmpty ?? true) && files.all.length === 0
  const submit = (then?: 'close') => {
    if (!editor || (editor.isEmpty && files.all.length === 0)) return
    send({ kind, body: editor.isEmpty ? '' : editor.getHTML(), files: files.all, then })
    keepDraft(id, kind, '')
    files.set([])
    show(kind)
    if (then === 'close') onClosed()
  }
  const choose = (chosen: Kind) => {
    show(chosen)
    editor?.commands.focus('end')
  }
  useComposerActions({ choose, submit })
  const isNote = kind === 'note'
  return (
    <section
      aria-label={isNote ? t('inbox.composerNote') : t('inbox.composer')}
      onDrop={files.onDrop}
      onDragOver={event => event.preventDefault()}
      onPaste={files.onPaste}
      onKeyDown={event => {
        if (isPress(event, 'mod+shift+enter')) submit(isNote ? undefined : 'close')
        else if (isPress(event, 'mod+enter')) submit()
        else return
        event.preventDefault()
      }}
      className={cx(
        'rounded-xl border shadow-sm transition-colors focus-within:border-focus focus-within:ring-2 focus-within:ring-focus/25',
        isNote ? 'border-note-line bg-note' : 'border-line-strong bg-raised',
      )}
    >
      <KindSwitch kind={kind} onChoose={choose} />
      <EditorContent editor={editor} />
      <FileChips files={files.all} onRemove={files.remove} />
      <ComposerFoot {...{ editor, conversation, isNote, isEmpty, onSend: submit }} onFiles={files.add} />
    </section>
  )
}

/** The editor, of which there is one for both kinds, each with a draft of its own. */
function useComposerEditor(conversation: Conversation) {
  const { id } = conversation
  const [kind, setKind] = useState<Kind>('comment')
  const current = useRef(kind)
  const editor = useEditor({
    extensions: [
      StarterKit.configure({
        heading: false,
        link: { openOnClick: false, autolink: true, defaultProtocol: 'https' },
      }),
      Placeholder.configure({ placeholder: () => placeholderFor(current.current, conversation) }),
    ],
    // The policy of the page lets no style in that has no address.
    injectCSS: false,
    content: draftOf(id, kind),
    editorProps: { attributes: () => attributesFor(current.current), handleKeyDown: leaveByEscape },
    onUpdate: ({ editor }) => keepDraft(id, current.current, editor.isEmpty ? '' : editor.getHTML()),
    shouldRerenderOnTransaction: true,
  })
  const show = (chosen: Kind) => {
    current.current = chosen
    setKind(chosen)
    if (editor && !editor.isDestroyed) editor.commands.setContent(draftOf(id, chosen))
  }
  return { kind, editor, show }
}

const placeholderFor = (kind: Kind, { source: { author } }: Conversation): string =>
  kind === 'note'
    ? t('inbox.placeholderNote')
    : t('inbox.placeholderReply', { name: author.name || author.email || t('inbox.nobody') })

const attributesFor = (kind: Kind): Record<string, string> => ({
  role: 'textbox',
  'aria-multiline': 'true',
  'aria-label': kind === 'note' ? t('inbox.composerNote') : t('inbox.composer'),
  class: 'message max-h-[40vh] min-h-16 overflow-y-auto px-4 py-1 text-md outline-none',
})

/** Escape leads out of the text, to the keys of the app. */
function leaveByEscape(_view: unknown, event: KeyboardEvent): boolean {
  if (event.key !== 'Escape') return false
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  return true
}

function useComposerActions({
  choose,
  submit,
}: {
  choose: (kind: Kind) => void
  submit: (then?: 'close') => void
}): void {
  const action = (name: keyof typeof INBOX_KEYS, run: () => void) => ({
    ...{ id: `inbox-${name}`, label: t(INBOX_KEYS[name].label), keys: INBOX_KEYS[name].keys },
    ...{ group: 'here' as const, run },
  })
  useActions([
    action('reply', () => choose('comment')),
    action('note', () => choose('note')),
    action('send', () => submit()),
    action('sendAndClose', () => submit('close')),
  ])
}
