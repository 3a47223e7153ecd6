import { messengerLive } from '@guichet/contract/operations/messenger/live.ts'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { call } from '../data/api.ts'
import { post } from '../data/outbox.ts'
import { pageAddress } from '../data/place.ts'
import { change, now } from '../data/store.ts'
import { useStore } from '../data/use-store.ts'
import { Chips } from '../parts/chips.tsx'
import { LARGEST, readFile, type SentFile } from '../parts/files.ts'
import { Icon } from '../parts/icon.tsx'
import { t } from '../text/t.ts'
import { Emoji } from './emoji.tsx'

/** Room to write: Enter sends, Shift and Enter begin a line; files come by the button, by paste or by drop. */
export function Composer({ id }: { id: string }) {
  const { drafts } = useStore()
  const text = drafts[id] ?? ''
  const [files, setFiles] = useState<SentFile[]>([])
  const [complaint, complain] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const typing = useTyping(id)
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), [])
  useEffect(() => {
    const { current } = field
    if (!current) return
    current.style.height = 'auto'
    current.style.height = `${Math.min(current.scrollHeight, 140)}px`
  }, [text])
  const write = (words: string) => {
    change(({ drafts: all }) => ({ drafts: { ...all, [id]: words } }))
    typing(words !== '')
  }
  const add = async (picked: Iterable<File>) => {
    complain('')
    for (const file of picked) {
      if (file.size > LARGEST) complain(t('tooLarge', { name: file.name }))
      else {
        const read = await readFile(file)
        setFiles(before => [...before, read])
      }
    }
  }
  const send = () => {
    if (text.trim() === '' && files.length === 0) return
    post({ to: id, text: text.trim(), files, url: pageAddress() })
    setFiles([])
    write('')
    field.current?.focus()
  }
  return (
    <form
      class="composer"
      onSubmit={event => {
        event.preventDefault()
        send()
      }}
      onDragOver={event => event.preventDefault()}
      onDrop={event => {
        event.preventDefault()
        void add(event.dataTransfer?.files ?? [])
      }}
    >
      <Chips files={files} onRemove={setFiles} onEmpty={() => field.current?.focus()} />
      <p class="complaint" role="alert">
        {complaint}
      </p>
      <div class="composer-row">
        <textarea
          ref={field}
          rows={1}
          dir="auto"
          value={text}
          placeholder={t('compose')}
          aria-label={t('compose')}
          onInput={event => write(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
            event.preventDefault()
            send()
          }}
          onPaste={event => {
            const pasted = event.clipboardData?.files ?? []
            if ([...pasted].length === 0) return
            event.preventDefault()
            void add(pasted)
          }}
        />
        <div class="composer-tools">
          <input
            ref={picker}
            type="file"
            multiple
            hidden
            aria-label={t('attach')}
            onChange={({ currentTarget }) => {
              void add([...(currentTarget.files ?? [])])
              currentTarget.value = ''
            }}
          />
          <button
            type="button"
            class="icon-button"
            aria-label={t('attach')}
            onClick={() => picker.current?.click()}
          >
            <Icon name="attach" />
          </button>
          <Emoji
            onPick={emoji => {
              write((now().drafts[id] ?? '') + emoji)
              field.current?.focus()
            }}
          />
          <button
            type="submit"
            class="send"
            aria-label={t('send')}
            disabled={text.trim() === '' && files.length === 0}
          >
            <Icon name="send" />
          </button>
        </div>
      </div>
    </form>
  )
}

/** Says that somebody types, at most every four seconds, and that they have stopped. */
function useTyping(id: string): (typing: boolean) => void {
  const said = useRef(0)
  return typing => {
    // Nobody of the team looks at what is no conversation yet.
    if (!/^\d+$/.test(id) || (typing && Date.now() - said.current < 4000)) return
    if (!typing && said.current === 0) return
    said.current = typing ? Date.now() : 0
    void call(messengerLive.typing, { params: { id }, body: { typing } }).catch(() => {})
  }
}
