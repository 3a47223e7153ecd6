import { useNavigate } from '@tanstack/react-router'
import { useEditor } from '@tiptap/react'
import { useEffect, useRef, useState } from 'react'
import {
  type FirstChannel,
  type FirstDraft,
  firstDraftOf,
  hindranceIn,
  keepFirstDraft,
  useBegin,
  useReach,
} from '../../data/first-messages.ts'
import type { Contact } from '../../data/person.ts'
import { reasonOf } from '../../data/refusal.ts'
import type { View } from '../../data/views.ts'
import { called } from '../../text/called.ts'
import { t } from '../../text/t.ts'
import {
  AS_WRITTEN,
  isSending,
  leaveByEscape,
  messageExtensions,
  useShownPlaceholder,
} from './composer-editor.ts'
import { useFiles } from './composer-files.tsx'

/** The message that one begins a conversation with: what it says, by which channel, and sending it. */
export function useFirstMessage(of: { view: View; to: string | undefined; person: Contact | undefined }) {
  const { view, to, person } = of
  const { data: reach } = useReach(person && to)
  const { draft, change, editor, clear } = useDraft(to, person)
  const files = useFiles()
  const [fault, setFault] = useState<Fault>()
  const begin = useBegin()
  const navigate = useNavigate()
  const channel = channelOf(draft.channel, person, reach)
  const against = reach?.inapp ?? null
  const submit = () => {
    if (!editor || begin.isPending || against !== null) return
    const missing = missingIn({ to, channel, draft, isEmpty: editor.isEmpty && files.all.length === 0 })
    setFault(missing)
    if (missing || to === undefined) return
    const body = editor.isEmpty ? '' : editor.getHTML()
    begin.mutate(
      { contact_id: to, channel, subject: draft.subject, body, attachment_files: files.all },
      {
        onSuccess: ({ id }) => {
          clear()
          const shown = view.id === 'all' ? 'all' : 'mine'
          void navigate({ to: '/inbox/$view/{-$id}', params: { view: shown, id }, replace: true })
        },
        onError: error => {
          const hindrance = hindranceIn(error)
          const reason = hindrance ? t(`compose.${hindrance}`) : reasonOf(error)
          setFault({ says: t('compose.notSent', { reason }) })
        },
      },
    )
  }
  return {
    ...{ draft, editor, files, channel, against, fault, submit, isSending: begin.isPending },
    emailAgainst: against === null ? (reach?.email ?? null) : null,
    change: (changes: Partial<FirstDraft>) => {
      setFault(undefined)
      change(changes)
    },
  }
}

/** What is wrong, and where that can be mended. */
export interface Fault {
  says: string
  at?: 'person' | 'subject' | 'words'
}

/** By e-mail to whoever was never seen in the messenger; otherwise there, unless somebody chose. */
function channelOf(
  chosen: FirstChannel | undefined,
  person: Contact | undefined,
  reach: { email: string | null } | undefined,
): FirstChannel {
  if (reach && reach.email !== null) return 'inapp'
  return chosen ?? (reach && person && !person.last_seen_at ? 'email' : 'inapp')
}

function missingIn(of: {
  to: string | undefined
  channel: FirstChannel
  draft: FirstDraft
  isEmpty: boolean
}): Fault | undefined {
  if (of.to === undefined) return { says: t('compose.noPerson'), at: 'person' }
  if (of.channel === 'email' && of.draft.subject.trim() === '')
    return { says: t('compose.noSubject'), at: 'subject' }
  return of.isEmpty ? { says: t('compose.noWords'), at: 'words' } : undefined
}

/** What is begun, with the editor of its words. It is kept for the person it is to, and goes along to another. */
function useDraft(to: string | undefined, person: Contact | undefined) {
  const [draft, setDraft] = useState(() => firstDraftOf(to))
  const current = useRef({ to, draft, person })
  current.current = { ...current.current, draft, person }
  const change = (changes: Partial<FirstDraft>) => {
    const changed = { ...current.current.draft, ...changes }
    current.current.draft = changed
    keepFirstDraft(current.current.to, changed)
    setDraft(changed)
  }
  const editor = useEditor({
    extensions: messageExtensions(() => {
      const { person: reader } = current.current
      return reader ? t('inbox.placeholderReply', { name: called(reader) }) : t('compose.placeholder')
    }),
    // The policy of the page lets no style in that has no address.
    injectCSS: false,
    content: draft.body,
    parseOptions: AS_WRITTEN,
    editorProps: {
      attributes: {
        ...{ role: 'textbox', 'aria-multiline': 'true', 'aria-label': t('compose.message') },
        class: 'message max-h-[45vh] min-h-36 overflow-y-auto px-4 py-3 text-md outline-none',
      },
      handleKeyDown: (view, event) => leaveByEscape(view, event) || isSending(event),
    },
    onUpdate: ({ editor }) => change({ body: editor.isEmpty ? '' : editor.getHTML() }),
    shouldRerenderOnTransaction: true,
  })
  useShownPlaceholder(editor, person?.id ?? '')
  useEffect(() => {
    const { to: before, draft: begun } = current.current
    if (before === to) return
    current.current.to = to
    if (begun.body === '' && begun.subject === '') {
      const other = firstDraftOf(to)
      setDraft(other)
      editor?.commands.setContent(other.body, { parseOptions: AS_WRITTEN })
      return
    }
    keepFirstDraft(before, NOTHING)
    keepFirstDraft(to, begun)
  }, [to, editor])
  return { draft, change, editor, clear: () => keepFirstDraft(current.current.to, NOTHING) }
}

const NOTHING: FirstDraft = { body: '', subject: '' }
