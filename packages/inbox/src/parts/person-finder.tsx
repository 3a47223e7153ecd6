import { type Ref, useState } from 'react'
import { usePeopleFound } from '../data/contacts.ts'
import type { Contact } from '../data/person.ts'
import { called } from '../text/called.ts'
import { t } from '../text/t.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Finder } from '../ui/finder.tsx'

/** A field that finds somebody by name or address, among those of one role where that is said. */
export function PersonFinder({
  label,
  placeholder = label,
  role,
  onPick,
  input,
}: {
  label: string
  placeholder?: string
  role?: Contact['role']
  onPick: (id: string) => void
  input?: Ref<HTMLInputElement>
}) {
  const [words, setWords] = useState('')
  const { people, isThere } = usePeopleFound(words, role)
  return (
    <Finder
      label={label}
      placeholder={placeholder}
      words={words}
      onWords={setWords}
      found={people.map(person => {
        const name = called(person)
        // That of a lead is no name anybody gave them.
        const known = [person.email, person.role === 'user' && person.external_id]
        const says = known.find(each => each && each !== name) || ''
        return {
          ...{ id: person.id, label: name, says },
          icon: <Avatar name={name} image={person.avatar?.image_url} />,
        }
      })}
      emptyLabel={isThere ? t('inbox.nobodyFound') : undefined}
      onPick={({ id }) => onPick(id)}
      {...(input && { input })}
    />
  )
}
