import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Conversation } from '../../data/conversations.ts'
import { useCustomerName } from '../../data/customer.ts'
import { useMessageSearch } from '../../data/message-search.ts'
import { usePersonConversations } from '../../data/person.ts'
import { reasonOf } from '../../data/refusal.ts'
import { useMerge } from '../../data/thread-acts.ts'
import { plainOf } from '../../parts/plain.ts'
import { calledIn } from '../../text/called.ts'
import { shortAgo } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { toast } from '../../ui/toast.tsx'

interface Candidate {
  id: string
  name: string
  says: string
  at: number
}

/** Which conversation it goes on in: another of the same person, or one that is found by its words. */
export function MergeDialog({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const [words, setWords] = useState('')
  const [into, setInto] = useState<string>()
  const merge = useMerge(conversation.id)
  const navigate = useNavigate()
  const candidates = useCandidates(conversation, words)
  const submit = () =>
    into !== undefined &&
    merge.mutate(into, {
      onSuccess: () => {
        toast({ title: t('desk.merged') })
        onClose()
        void navigate({ to: '/inbox/$view/{-$id}', params: { view: 'all', id: into } })
      },
    })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('inbox.merge')}
      says={t('desk.mergeSays')}
      closeLabel={t('app.close')}
      footer={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button look="primary" disabled={into === undefined} busy={merge.isPending} onClick={submit}>
            {t('desk.mergeDo')}
          </Button>
        </>
      }
    >
      {merge.error && (
        <p role="alert" className="mb-3 rounded-md bg-danger-soft px-3 py-2 text-danger">
          {reasonOf(merge.error)}
        </p>
      )}
      <Field label={t('desk.findConversation')}>
        <Input type="search" value={words} onChange={event => setWords(event.target.value)} />
      </Field>
      <fieldset aria-label={t('inbox.conversations')} className="mt-3 flex max-h-72 flex-col overflow-y-auto">
        {candidates.length === 0 && <p className="py-2 text-faint">{t('inbox.noneFound')}</p>}
        {candidates.map(({ id, name, says, at }) => (
          <label
            key={id}
            className="flex items-center gap-2.5 rounded-md px-2 py-2 hover:bg-hover has-checked:bg-accent-soft"
          >
            <input
              type="radio"
              name="into"
              value={id}
              checked={into === id}
              onChange={() => setInto(id)}
              className="size-4 shrink-0 accent-accent"
            />
            <span dir="auto" className="min-w-0 flex-1 truncate">
              <span className="font-medium">{name}</span> <span className="text-soft">{says}</span>
            </span>
            <span className="text-faint text-sm">{shortAgo(at)}</span>
          </label>
        ))}
      </fieldset>
    </Dialog>
  )
}

function useCandidates(conversation: Conversation, words: string): Candidate[] {
  const [contact] = conversation.contacts.contacts
  const name = useCustomerName(conversation)
  const others = usePersonConversations(contact?.id ?? '').map(
    ({ id, title, source, updated_at }): Candidate => ({
      ...{ id, name, at: updated_at },
      says: title || plainOf(source.body),
    }),
  )
  const found = useMessageSearch({ words }).hits.map(
    (hit): Candidate => ({
      id: hit.conversation_id,
      name: calledIn(hit),
      says: hit.title || hit.snippet.map(({ text }) => text).join(''),
      at: hit.created_at,
    }),
  )
  const all = words.trim() === '' ? others : found
  const byId = new Map(all.toReversed().map(each => [each.id, each]))
  return [...byId.values()].filter(({ id }) => id !== conversation.id).toReversed()
}
