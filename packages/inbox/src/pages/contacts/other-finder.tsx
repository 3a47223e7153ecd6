import { useState } from 'react'
import { usePeopleFound } from '../../data/first-messages.ts'
import type { Contact } from '../../data/person.ts'
import { t } from '../../text/t.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Finder } from '../../ui/finder.tsx'
import { nameOf } from './contact-columns.tsx'

/** Finds somebody to merge with, of the one role that can be. */
export function OtherFinder({ role, onPick }: { role: Contact['role']; onPick: (id: string) => void }) {
  const [words, setWords] = useState('')
  const { people, isThere } = usePeopleFound(words, role)
  const label = t(role === 'user' ? 'person.findUser' : 'person.findLead')
  return (
    <div className="flex rounded-md border border-line-strong bg-surface px-2.5 focus-within:border-focus">
      <Finder
        label={label}
        placeholder={label}
        words={words}
        onWords={setWords}
        found={people.map(person => {
          const name = nameOf(person)
          const says = person.email !== name ? (person.email ?? '') : ''
          return {
            ...{ id: person.id, label: name, says },
            icon: <Avatar name={name} image={person.avatar?.image_url} />,
          }
        })}
        emptyLabel={isThere ? t('person.nobodyFound') : undefined}
        onPick={({ id }) => onPick(id)}
      />
    </div>
  )
}
