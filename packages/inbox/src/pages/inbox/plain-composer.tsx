import { useState } from 'react'
import { useActions } from '../../actions/actions.ts'
import { INBOX_KEYS } from '../../actions/inbox-keys.ts'
import type { Conversation } from '../../data/conversations.ts'
import { useCustomerName } from '../../data/customer.ts'
import { draftOf, keepDraft } from '../../data/drafts.ts'
import type { NewReply } from '../../data/replies.ts'
import { plainOf } from '../../parts/plain.ts'
import { t } from '../../text/t.ts'
import { isPress } from '../../ui/keys.ts'
import { composerClass, composerLabel, placeholderFor } from './composer-look.ts'
import { KindSwitch } from './kind-switch.tsx'

type Kind = NewReply['kind']

/** What was begun before the editor was there, for the editor to go on with. */
export interface Begun {
  kind: Kind
  isFocused: boolean
  /** The kind whose button has the focus, where that is not in the field. */
  switchAt?: Kind
  /** That it was to be sent already. */
  submit?: 'send' | 'close'
}

/** A field in the place of the editor, for the moment until that is loaded. What is typed in it is a draft. */
export function PlainComposer({
  conversation,
  begun,
  onBegin,
}: {
  conversation: Conversation
  begun: Begun
  onBegin: () => void
}) {
  const { id } = conversation
  const name = useCustomerName(conversation)
  const [kind, setKind] = useState<Kind>(begun.kind)
  const [text, setText] = useState(() => plainOf(draftOf(id, kind)))
  // A draft has more to it than this field can show: it is left to the editor, which comes at once.
  const [isDraft] = useState(text !== '')
  const begin = () => {
    begun.isFocused = true
    onBegin()
  }
  const choose = (chosen: Kind) => {
    begun.kind = chosen
    setKind(chosen)
    setText(plainOf(draftOf(id, chosen)))
    begin()
  }
  useActions(
    (['reply', 'note'] as const).map(name => ({
      ...{ id: `inbox-${name}`, label: t(INBOX_KEYS[name].label), keys: INBOX_KEYS[name].keys },
      ...{ group: 'here', run: () => choose(name === 'note' ? 'note' : 'comment') },
    })),
  )
  return (
    <section aria-label={composerLabel(kind)} className={composerClass(kind)}>
      <KindSwitch
        kind={kind}
        onChoose={choose}
        onFocus={focused => {
          begun.switchAt = focused
        }}
        onBlur={() => {
          delete begun.switchAt
        }}
      />
      <textarea
        key={kind}
        aria-label={composerLabel(kind)}
        placeholder={placeholderFor(kind, name)}
        value={text}
        readOnly={isDraft}
        // biome-ignore lint/a11y/noAutofocus: it was asked for by the key or the button of its kind
        autoFocus={begun.isFocused}
        onFocus={begin}
        onBlur={() => {
          begun.isFocused = false
        }}
        onChange={event => {
          setText(event.target.value)
          keepDraft(id, kind, paragraphs(event.target.value))
        }}
        onKeyDown={event => {
          if (isPress(event, 'mod+shift+enter')) begun.submit = kind === 'note' ? 'send' : 'close'
          else if (isPress(event, 'mod+enter')) begun.submit = 'send'
          else return
          event.preventDefault()
        }}
        className="block min-h-16 w-full resize-none bg-transparent px-4 py-1 text-md outline-none"
      />
      <div className="h-11" />
    </section>
  )
}

const paragraphs = (text: string): string =>
  text === ''
    ? ''
    : text
        .split('\n')
        .map(line => `<p>${escaped(line)}</p>`)
        .join('')

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`)
