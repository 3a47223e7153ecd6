import type { Contact } from '../../data/person.ts'
import { PersonFinder } from '../../parts/person-finder.tsx'
import { t } from '../../text/t.ts'

/** Finds somebody to merge with, of the one role that can be. */
export const OtherFinder = ({ role, onPick }: { role: Contact['role']; onPick: (id: string) => void }) => (
  <div className="flex rounded-md border border-line-strong bg-surface px-2.5 focus-within:border-focus">
    <PersonFinder
      label={t(role === 'user' ? 'person.findUser' : 'person.findLead')}
      role={role}
      onPick={onPick}
    />
  </div>
)
