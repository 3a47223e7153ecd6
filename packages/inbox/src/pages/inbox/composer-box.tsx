import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { useActions } from '../../actions/actions.ts'
import { INBOX_KEYS } from '../../actions/inbox-keys.ts'
import type { Conversation } from '../../data/conversations.ts'
import { useCustomerName } from '../../data/customer.ts'
import { draftOf, keepDraft } from '../../data/drafts.ts'
import { type NewReply, useSend } from '../../data/replies.ts'
import { useSeeMentions } from '../../data/thread-acts.ts'
import { endTyping, noteTyping } from '../../data/typing.ts'
import { t } from '../../text/t.ts'
import { isPress } from '../../ui/keys.ts'
import {
  AS_WRITTEN,
  isSending,
  leaveByEscape,
  messageExtensions,
  useShownPlaceholder,
} from './composer-editor.ts'
import { FileChips, useFiles } from './composer-files.tsx'
import { ComposerFoot } from './composer-foot.tsx'
import { composerClass, composerLabel, placeholderFor } from './composer-look.ts'
import { KindSwitch } from './kind-switch.tsx'
import { MentionList, type TakeKey } from './mention-list.tsx'
import { MentionNode } from './mention-node.ts'
import type { Begun } from './plain-composer.tsx'
import { lastPartOf, PresenceBar } from './presence-bar.tsx'
import { ReplyPreview } from './reply-preview.tsx'
import { type Preview, useReplyTranslation } from './use-reply-translation.ts'

type Kind = NewReply['kind']

/** Where one writes: to the customer, or a note to the team. What is begun is kept until it is sent. */
export function ComposerBox({
  conversation,
  begun,
  onClosed,
}: {
  conversation: Conversation
  /** What was begun before the editor was there. */
  begun: Begun
  onClosed: () => void
}) {
  const { id } = conversation
  const mentionKeys = useRef<TakeKey>(undefined)
  const { kind, editor, show } = useComposerEditor(conversation, begun.kind, mentionKeys)
  const files = useFiles()
  const translation = useReplyTranslation(conversation)
  const send = useSend(id, reply => {
    keepDraft(id, reply.kind, reply.body)
    files.set(reply.files)
    show(reply.kind)
    if (reply.translation) translation.restore(previewOf(reply.body, reply.translation))
  })
  const isEmpty = (editor?.isEmpty ?? true) && files.all.length === 0
  const isTranslated = translation.isOn && kind === 'comment' && editor?.isEmpty === false
  const html = editor && !editor.isEmpty ? editor.getHTML() : ''
  const { preview } = translation
  const isSeen = preview.state === 'there' && preview.of === html
  const submit = (then?: 'close', asWritten?: 'as written') => {
    if (!editor || (editor.isEmpty && files.all.length === 0)) return
    // What will be sent is seen first.
    if (isTranslated && !isSeen && !asWritten) {
      if (preview.state !== 'busy' || preview.of !== html) translation.ask(html)
      return
    }
    const sent = isTranslated && isSeen && !asWritten ? preview : undefined
    send({
      ...{ kind, body: html, files: files.all, then },
      ...(sent && { translation: { locale: sent.locale, original_locale: sent.from, body: sent.body } }),
    })
    translation.clear()
    keepDraft(id, kind, '')
    files.set([])
    endTyping(id)
    show(kind)
    if (then === 'close') onClosed()
  }
  const choose = (chosen: Kind) => {
    show(chosen)
    editor?.commands.focus('end')
  }
  useComposerActions({ choose, submit })
  useSeeMentions(conversation)
  const kinds = useRef<HTMLFieldSetElement>(null)
  useGoOn({ begun, editor, kinds }, submit)
  const isNote = kind === 'note'
  return (
    <>
      <PresenceBar conversation={conversation} />
      <section
        aria-label={composerLabel(kind)}
        onDrop={files.onDrop}
        onDragOver={event => event.preventDefault()}
        onPaste={files.onPaste}
        onKeyDown={event => {
          if (isPress(event, 'mod+shift+enter')) submit(isNote ? undefined : 'close')
          else if (isPress(event, 'mod+enter')) submit()
          else return
          event.preventDefault()
        }}
        className={composerClass(kind)}
      >
        <KindSwitch ref={kinds} kind={kind} onChoose={choose} />
        {isNote && editor && <MentionList editor={editor} keys={mentionKeys} />}
        <EditorContent editor={editor} />
        {isTranslated && translation.language && (
          <ReplyPreview
            {...{ preview, html, language: translation.language }}
            onAsk={() => translation.ask(html)}
            onSendAsWritten={() => submit(undefined, 'as written')}
          />
        )}
        <FileChips files={files.all} onRemove={files.remove} onEmpty={() => editor?.commands.focus()} />
        <ComposerFoot
          {...{ editor, conversation, isNote, isEmpty, translation, onSend: submit }}
          step={isTranslated ? (isSeen ? 'send' : 'translate') : undefined}
          onFiles={files.add}
        />
      </section>
    </>
  )
}

const previewOf = (
  of: string,
  { locale, original_locale: from, body }: NonNullable<NewReply['translation']>,
): Preview => ({
  ...{ state: 'there', of, body, locale, from },
})

/** The editor, of which there is one for both kinds, each with a draft of its own. */
function useComposerEditor(
  conversation: Conversation,
  first: Kind,
  mentionKeys: RefObject<TakeKey | undefined>,
) {
  const { id } = conversation
  const [kind, setKind] = useState<Kind>(first)
  const current = useRef(kind)
  const latest = useRef(conversation)
  latest.current = conversation
  const name = useRef('')
  name.current = useCustomerName(conversation)
  const editor = useEditor({
    extensions: [...messageExtensions(() => placeholderFor(current.current, name.current)), MentionNode],
    // The policy of the page lets no style in that has no address.
    injectCSS: false,
    content: draftOf(id, kind),
    parseOptions: AS_WRITTEN,
    editorProps: {
      attributes: () => attributesFor(current.current),
      handleKeyDown: (view, event) =>
        (current.current === 'note' && mentionKeys.current?.(event) === true) ||
        leaveByEscape(view, event) ||
        isSending(event),
    },
    onUpdate: ({ editor }) => {
      keepDraft(id, current.current, editor.isEmpty ? '' : editor.getHTML())
      if (current.current !== 'comment') return
      if (editor.isEmpty) endTyping(id)
      else noteTyping(id, lastPartOf(latest.current))
    },
    shouldRerenderOnTransaction: true,
  })
  useShownPlaceholder(editor, name.current)
  const show = (chosen: Kind) => {
    current.current = chosen
    setKind(chosen)
    if (editor && !editor.isDestroyed)
      editor.commands.setContent(draftOf(id, chosen), { parseOptions: AS_WRITTEN })
  }
  return { kind, editor, show }
}

const attributesFor = (kind: Kind): Record<string, string> => ({
  role: 'textbox',
  'aria-multiline': 'true',
  'aria-label': composerLabel(kind),
  class: 'message max-h-[40vh] min-h-16 overflow-y-auto px-4 py-1 text-md outline-none',
})

/** Goes on where the plain field was left: at the end of what was typed there, at the button that has the focus, or with sending it. */
function useGoOn(
  { begun, editor, kinds }: { begun: Begun; editor: Editor | null; kinds: RefObject<HTMLElement | null> },
  submit: (then?: 'close') => void,
): void {
  const goOn = useRef(submit)
  goOn.current = submit
  useLayoutEffect(() => {
    if (!editor) return
    if (begun.isFocused) {
      // The command of focusing waits for a frame, in which a letter would be lost.
      editor.commands.setTextSelection(editor.state.doc.content.size)
      editor.view.focus()
    } else if (begun.switchAt)
      kinds.current?.querySelector<HTMLElement>(`button[value=${begun.switchAt}]`)?.focus()
    if (begun.submit) goOn.current(begun.submit === 'close' ? 'close' : undefined)
    begun.isFocused = false
    delete begun.switchAt
    delete begun.submit
  }, [begun, editor, kinds])
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
