import { X } from 'lucide-react'
import { useState } from 'react'
import { useMe } from '../../data/me.ts'
import { reasonOf } from '../../data/refusal.ts'
import { useAdmins } from '../../data/team.ts'
import { type NewSideConversation, useStartAside } from '../../data/thread-acts.ts'
import { Form } from '../../forms/form.tsx'
import { t } from '../../text/t.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Input } from '../../ui/input.tsx'
import { Picker } from '../../ui/picker.tsx'
import { Textarea } from '../../ui/textarea.tsx'

interface Person {
  label: string
  to: NonNullable<NewSideConversation['to']>[number]
}

/** With whom, about what, and the first words, which they get by mail. */
export function AsideDialog({
  conversationId,
  onClose,
  onStarted,
}: {
  conversationId: string
  onClose: () => void
  onStarted: (id: string) => void
}) {
  const [people, setPeople] = useState<Person[]>([])
  const start = useStartAside(conversationId)
  const submit = (subject: string, body: string) =>
    start.mutate(
      { subject, body, to: people.map(({ to }) => to) },
      {
        onSuccess: ({ id }) => {
          onStarted(id)
          onClose()
        },
      },
    )
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('desk.startAside')}
      says={t('desk.asideSays')}
      closeLabel={t('app.close')}
    >
      <Form
        label={t('desk.startAside')}
        names={['subject', 'body']}
        error={start.error ? reasonOf(start.error) : undefined}
        onSubmit={({ subject, body }) => submit(subject, body)}
      >
        <People people={people} onChange={setPeople} />
        <Field label={t('desk.subject')}>
          <Input name="subject" maxLength={255} autoComplete="off" />
        </Field>
        <Field label={t('desk.firstWords')}>
          <Textarea name="body" rows={4} required />
        </Field>
        <Button type="submit" look="primary" busy={start.isPending} className="self-end">
          {t('inbox.send')}
        </Button>
      </Form>
    </Dialog>
  )
}

function People({ people, onChange }: { people: Person[]; onChange: (people: Person[]) => void }) {
  const me = useMe()
  const others = useAdmins().filter(({ id }) => id !== me.admin.id)
  const add = (person: Person) => onChange([...people.filter(({ label }) => label !== person.label), person])
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <ul aria-label={t('desk.people')} className="contents">
        {people.map(({ label }) => (
          <li key={label} className="flex h-8 items-center gap-1 rounded-md bg-sunken ps-2">
            <span className="max-w-48 truncate">{label}</span>
            <IconButton
              size="sm"
              label={t('inbox.removeFile', { name: label })}
              icon={<X size={12} aria-hidden="true" />}
              onClick={() => onChange(people.filter(each => each.label !== label))}
            />
          </li>
        ))}
      </ul>
      <Picker
        align="start"
        picks={others.map(({ id, name, email }) => ({
          ...{ id, label: name, words: email },
          icon: <Avatar name={name} size="sm" />,
        }))}
        chosen={[]}
        searchLabel={t('desk.findPerson')}
        emptyLabel={t('inbox.noneFound')}
        onPick={({ id, label }) => add({ label, to: { id } })}
        onCreate={{
          label: email => t('desk.invite', { email }),
          run: email => add({ label: email, to: { email } }),
        }}
        trigger={
          <button type="button" aria-label={t('desk.addPeople')} className={buttonClass('plain')}>
            {t('desk.addPeople')}
          </button>
        }
      />
    </div>
  )
}
