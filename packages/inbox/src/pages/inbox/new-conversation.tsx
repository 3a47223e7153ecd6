import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { EditorContent } from '@tiptap/react'
import { ArrowLeft, X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useActions } from '../../actions/actions.ts'
import { INBOX_KEYS } from '../../actions/inbox-keys.ts'
import { NEW } from '../../data/conversation-asked.ts'
import { usePerson } from '../../data/person.ts'
import { isGone } from '../../data/query.ts'
import { reasonOf } from '../../data/refusal.ts'
import type { View } from '../../data/views.ts'
import { useTitle } from '../../parts/use-title.ts'
import { t } from '../../text/t.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { isPress } from '../../ui/keys.ts'
import { AboutPerson } from './about-person.tsx'
import { ChannelField } from './channel-field.tsx'
import { focusWords } from './composer-editor.ts'
import { FileChips } from './composer-files.tsx'
import { ComposerTools } from './composer-foot.tsx'
import { composerClass } from './composer-look.ts'
import { RecipientField } from './recipient-field.tsx'
import { useFirstMessage } from './use-first-message.ts'
import { useMacroValuesFor } from './use-macro-values.ts'

/** Writing to a customer first: to whom, by which channel, and what. Whom it is to is in the address. */
export function NewConversation({ view }: { view: View }) {
  useTitle(t('inbox.newConversation'))
  const { to } = useSearch({ from: '/shell/inbox/$view/{-$id}' })
  const navigate = useNavigate()
  const known = usePerson(to ?? '', to !== undefined)
  const person = known.data
  const message = useFirstMessage({ view, to, person })
  const { editor, files, draft, channel, fault, submit } = message
  const values = useMacroValuesFor(person && to)
  const finder = useRef<HTMLInputElement>(null)
  const subject = useRef<HTMLInputElement>(null)
  const writeTo = (id: string | undefined) =>
    void navigate({
      ...{ to: '/inbox/$view/{-$id}', params: { view: view.id, id: NEW }, replace: true },
      search: id === undefined ? {} : { to: id },
    })
  useEffect(() => {
    if (to === undefined) finder.current?.focus()
    else focusWords(editor)
  }, [to, editor])
  useEffect(() => {
    if (fault?.at === 'person') finder.current?.focus()
    if (fault?.at === 'subject') subject.current?.focus()
    if (fault?.at === 'words') focusWords(editor)
  }, [fault, editor])
  useActions([
    { id: 'inbox-send', label: t('inbox.send'), keys: INBOX_KEYS.send.keys, group: 'here', run: submit },
  ])
  const wrong = faultOf({ message, error: to === undefined ? null : known.error })
  return (
    <>
      <article
        aria-label={t('inbox.newConversation')}
        className="@container flex min-w-0 flex-1 flex-col bg-surface"
      >
        <Head view={view} />
        <div className="min-h-0 flex-1 overflow-y-auto">
          <section
            aria-label={t('compose.message')}
            className="mx-auto flex w-full max-w-3xl flex-col px-4 pb-5 lg:px-6"
            onDrop={files.onDrop}
            onDragOver={event => event.preventDefault()}
            onPaste={files.onPaste}
            onKeyDown={event => {
              if (!isPress(event, INBOX_KEYS.send.keys)) return
              event.preventDefault()
              submit()
            }}
          >
            <Row label={t('compose.to')}>
              <RecipientField
                person={to === undefined ? undefined : person}
                onChange={writeTo}
                input={finder}
              />
            </Row>
            <Row label={t('compose.channel')}>
              <ChannelField
                channel={channel}
                hindrance={message.emailAgainst}
                onChoose={chosen => message.change({ channel: chosen })}
              />
            </Row>
            {channel === 'email' && (
              <Row label={t('compose.subject')}>
                <input
                  ref={subject}
                  aria-label={t('compose.subject')}
                  value={draft.subject}
                  maxLength={255}
                  dir="auto"
                  autoComplete="off"
                  onChange={event => message.change({ subject: event.target.value })}
                  className="h-9 min-w-0 flex-1 bg-transparent font-medium text-base outline-none"
                />
              </Row>
            )}
            <div className={`mt-4 ${composerClass('comment')}`}>
              <EditorContent editor={editor} />
              <FileChips files={files.all} onRemove={files.remove} onEmpty={() => editor?.commands.focus()} />
              <div className="flex flex-wrap items-center gap-x-0.5 gap-y-1.5 px-2.5 pt-1 pb-2.5">
                <ComposerTools editor={editor} values={values} onFiles={files.add} />
                <Button
                  look="primary"
                  className="ms-auto"
                  busy={message.isSending}
                  disabled={message.against !== null}
                  aria-keyshortcuts={INBOX_KEYS.send.keys}
                  onClick={submit}
                >
                  {t('inbox.send')}
                </Button>
              </div>
            </div>
            {wrong && (
              <p role="alert" className="mt-3 rounded-md bg-danger-soft px-3 py-2 text-danger">
                {wrong}
              </p>
            )}
          </section>
        </div>
      </article>
      {person && to !== undefined && (
        <section
          aria-label={t('inbox.details')}
          className="flex w-76 shrink-0 flex-col overflow-y-auto border-line border-s bg-surface max-xl:hidden"
        >
          <div className="flex h-13 shrink-0 items-center border-line border-b px-4">
            <h2 className="font-semibold text-md">{t('inbox.details')}</h2>
          </div>
          <AboutPerson key={to} id={to} current={NEW} />
        </section>
      )}
    </>
  )
}

/** What stands against the message, or went wrong with it. */
function faultOf({
  message: { against, fault },
  error,
}: {
  message: Pick<ReturnType<typeof useFirstMessage>, 'against' | 'fault'>
  error: unknown
}): string | undefined {
  if (error) return isGone(error) ? t('compose.gone') : reasonOf(error)
  return against === null ? fault?.says : t(`compose.${against}`)
}

const Head = ({ view }: { view: View }) => {
  const back = { to: '/inbox/$view/{-$id}', params: { view: view.id, id: undefined } } as const
  return (
    <div className="flex h-13 shrink-0 items-center gap-1.5 border-line border-b ps-3 pe-3 lg:ps-5">
      <Link
        {...back}
        aria-label={t('inbox.backToList')}
        className="-ms-1 flex size-8 items-center justify-center rounded-md text-soft hover:bg-hover lg:hidden"
      >
        <ArrowLeft size={18} aria-hidden="true" className="rtl:rotate-180" />
      </Link>
      <h2 className="min-w-0 flex-1 truncate font-semibold text-md">{t('inbox.newConversation')}</h2>
      <Link
        {...back}
        aria-label={t('app.close')}
        className={buttonClass('quiet', 'md', 'size-8! px-0! max-lg:hidden')}
      >
        <X size={16} aria-hidden="true" />
      </Link>
    </div>
  )
}

/** A line of what is to be filled in, as letters have them. */
const Row = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="flex items-start gap-3 border-line border-b transition-colors has-[input:focus-visible]:border-focus">
    <span aria-hidden="true" className="flex h-12 w-14 shrink-0 items-center text-faint">
      {label}
    </span>
    <div className="flex min-h-12 min-w-0 flex-1 items-center">{children}</div>
  </div>
)
