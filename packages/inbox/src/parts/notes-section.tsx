import type { Note } from '@guichet/contract/models/note.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { useState } from 'react'
import { fullTime, shortAgo } from '../text/format.ts'
import { t } from '../text/t.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { isPress } from '../ui/keys.ts'
import { Textarea } from '../ui/textarea.tsx'
import { Html } from './html.tsx'
import { SideSection } from './side-section.tsx'

/** What teammates wrote down about somebody or something, and one more where one may. */
export function NotesSection({
  notes,
  mayWrite,
  isBusy,
  onAdd,
}: {
  notes: Static<typeof Note>[]
  mayWrite: boolean
  isBusy: boolean
  onAdd: (body: string, done: () => void) => void
}) {
  const [text, setText] = useState('')
  const submit = () => text.trim() && onAdd(text.trim(), () => setText(''))
  if (!mayWrite && notes.length === 0) return null
  return (
    <SideSection title={t('inbox.notes')}>
      <ul className="flex flex-col gap-2">
        {notes.map(note => (
          <li key={note.id} className="rounded-md border border-note-line bg-note px-2.5 py-2">
            <Html html={note.body} />
            <p className="mt-1 text-note-ink text-sm">
              {note.author?.name} · <time title={fullTime(note.created_at)}>{shortAgo(note.created_at)}</time>
            </p>
          </li>
        ))}
      </ul>
      {mayWrite && (
        <Field label={t('inbox.newNote')} labelHidden className={notes.length > 0 ? 'mt-2' : ''}>
          <Textarea
            rows={1}
            value={text}
            placeholder={t('inbox.newNote')}
            onChange={event => setText(event.target.value)}
            onKeyDown={event => isPress(event, 'mod+enter') && submit()}
            className="min-h-8"
          />
        </Field>
      )}
      {text.trim() !== '' && (
        <Button size="sm" busy={isBusy} onClick={submit} className="mt-2">
          {t('inbox.addNote')}
        </Button>
      )}
    </SideSection>
  )
}
