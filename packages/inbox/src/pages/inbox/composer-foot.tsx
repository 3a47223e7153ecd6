import type { Editor } from '@tiptap/react'
import { ChevronDown, Paperclip } from 'lucide-react'
import { useRef } from 'react'
import { INBOX_KEYS } from '../../actions/inbox-keys.ts'
import type { Conversation } from '../../data/conversations.ts'
import { FormatButtons } from '../../parts/format-buttons.tsx'
import { languageName } from '../../parts/language-name.ts'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { EmojiPicker } from './emoji-picker.tsx'
import type { MacroValues } from './fill-macro.ts'
import { MacroPicker } from './macro-picker.tsx'
import { TranslateToggle } from './reply-preview.tsx'
import { useMacroValues } from './use-macro-values.ts'
import type { ReplyTranslation } from './use-reply-translation.ts'

/** Under the text: its format, what can be put into it, and sending it. */
export function ComposerFoot({
  editor,
  conversation,
  isNote,
  isEmpty,
  translation,
  step,
  onSend,
  onFiles,
}: {
  editor: Editor | null
  conversation: Conversation
  isNote: boolean
  isEmpty: boolean
  translation: ReplyTranslation
  /** What sending does next where the reply is translated. */
  step: 'translate' | 'send' | undefined
  onSend: (then?: 'close') => void
  onFiles: (files: Iterable<File>) => void
}) {
  return (
    <div className="flex flex-wrap items-center gap-x-0.5 gap-y-1.5 px-2.5 pt-1 pb-2.5">
      <ComposerTools editor={editor} values={useMacroValues(conversation)} onFiles={onFiles} />
      {!isNote && <TranslateToggle {...translation} />}
      <div className="ms-auto flex">
        <Button
          look="primary"
          onClick={() => onSend()}
          disabled={isEmpty}
          aria-keyshortcuts={INBOX_KEYS.send.keys}
          className={isNote ? '' : 'rounded-e-none'}
        >
          {isNote ? t('inbox.addNote') : sendLabel(step, translation.language)}
        </Button>
        {!isNote && (
          <Menu
            align="end"
            side="top"
            trigger={
              <Button
                look="primary"
                disabled={isEmpty}
                aria-label={t('inbox.sendAndClose')}
                className="rounded-s-none border-accent-ink/25 border-s px-1.5!"
              >
                <ChevronDown size={14} aria-hidden="true" />
              </Button>
            }
          >
            <MenuItem keys={INBOX_KEYS.send.keys} onSelect={() => onSend()}>
              {t('inbox.send')}
            </MenuItem>
            <MenuItem keys={INBOX_KEYS.sendAndClose.keys} onSelect={() => onSend('close')}>
              {t('inbox.sendAndClose')}
            </MenuItem>
          </Menu>
        )}
      </div>
    </div>
  )
}

function sendLabel(step: 'translate' | 'send' | undefined, language = ''): string {
  if (step === 'translate') return t('translations.translate')
  return step === 'send' ? t('translations.sendIn', { language: languageName(language) }) : t('inbox.send')
}

/** The format of a text, and what can be put into it. */
export const ComposerTools = ({
  editor,
  values,
  onFiles,
}: {
  editor: Editor | null
  values: MacroValues
  onFiles: (files: Iterable<File>) => void
}) => {
  const insert = (content: string) => editor?.chain().focus().insertContent(content).run()
  return (
    <>
      <FormatButtons editor={editor} />
      <EmojiPicker onPick={insert} />
      <AttachButton onFiles={onFiles} />
      <MacroPicker values={values} onPick={insert} />
    </>
  )
}

function AttachButton({ onFiles }: { onFiles: (files: Iterable<File>) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('inbox.attach')}
        onChange={event => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <IconButton
        size="sm"
        label={t('inbox.attach')}
        icon={<Paperclip size={15} aria-hidden="true" />}
        onClick={() => input.current?.click()}
      />
    </>
  )
}
