import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useChangeFeed, useNewsfeeds } from '../../data/outbound.ts'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Input } from '../../ui/input.tsx'

/** The newsfeeds of the workspace: named anew when one leaves the field, and one more. */
export function FeedsDialog({ onClose }: { onClose: () => void }) {
  const feeds = useNewsfeeds()
  const change = useChangeFeed()
  const [name, setName] = useState('')
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('outbound.feeds')}
      says={t('outbound.feedsSays')}
      closeLabel={t('app.close')}
      width="sm"
    >
      <ul className="flex flex-col gap-2">
        {feeds.map(feed => (
          <li key={feed.id} className="flex items-center gap-2">
            <Field label={t('outbound.feedName')} labelHidden className="flex-1">
              <Input
                defaultValue={feed.name}
                maxLength={255}
                dir="auto"
                onBlur={event => {
                  const written = event.target.value.trim()
                  if (written !== '' && written !== feed.name) change.mutate({ id: feed.id, name: written })
                }}
              />
            </Field>
            {feeds.length > 1 && (
              <IconButton
                label={`${t('outbound.delete')}: ${feed.name}`}
                icon={<Trash2 size={15} aria-hidden="true" />}
                onClick={() => change.mutate({ id: feed.id })}
              />
            )}
          </li>
        ))}
      </ul>
      <form
        className="mt-4 flex items-end gap-2"
        onSubmit={event => {
          event.preventDefault()
          if (name.trim() !== '') change.mutate({ name: name.trim() }, { onSuccess: () => setName('') })
        }}
      >
        <Field label={t('outbound.newFeed')} className="flex-1">
          <Input value={name} maxLength={255} dir="auto" onChange={event => setName(event.target.value)} />
        </Field>
        <Button type="submit" disabled={name.trim() === ''}>
          {t('outbound.add')}
        </Button>
      </form>
    </Dialog>
  )
}
