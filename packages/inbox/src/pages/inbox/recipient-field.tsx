import { X } from 'lucide-react'
import type { Ref } from 'react'
import type { Contact } from '../../data/person.ts'
import { PersonFinder } from '../../parts/person-finder.tsx'
import { called } from '../../text/called.ts'
import { t } from '../../text/t.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { IconButton } from '../../ui/icon-button.tsx'

/** Whom one writes to: found by name or address, or taken out again. */
export function RecipientField({
  person,
  onChange,
  input,
}: {
  person: Contact | undefined
  onChange: (id: string | undefined) => void
  input: Ref<HTMLInputElement>
}) {
  if (!person)
    return (
      <PersonFinder
        label={t('compose.to')}
        placeholder={t('compose.findPerson')}
        onPick={onChange}
        input={input}
      />
    )
  const name = called(person)
  return (
    <span className="flex h-9 min-w-0 items-center gap-2 rounded-md bg-sunken ps-1.5 pe-1">
      <Avatar name={name} image={person.avatar?.image_url} size="sm" />
      <span dir="auto" className="truncate">
        {name}
      </span>
      {person.email && person.email !== name && (
        <span className="truncate text-faint text-sm @max-xl:hidden">{person.email}</span>
      )}
      <IconButton
        size="sm"
        label={t('compose.notTo', { name })}
        icon={<X size={13} aria-hidden="true" />}
        onClick={() => onChange(undefined)}
      />
    </span>
  )
}
