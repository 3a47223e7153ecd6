import { useNavigate, useSearch } from '@tanstack/react-router'
import { loadContacts, useContacts } from '../../data/contacts.ts'
import { useMay } from '../../data/me.ts'
import { PeopleList } from '../../parts/people-list.tsx'
import { useContactFields } from '../../parts/use-contact-fields.ts'
import { t } from '../../text/t.ts'
import { nameOf, USUAL_COLUMNS, useContactColumns } from './contact-columns.tsx'
import { DeleteSegment } from './delete-segment.tsx'
import { SaveSegment } from './save-segment.tsx'

/** Everybody who ever wrote or was written to, narrowed by anything that is known of them. */
export function ContactsPage() {
  const search = useSearch({ from: '/shell/contacts' })
  const navigate = useNavigate()
  const fields = useContactFields()
  const maySave = useMay('read_write_users')
  return (
    <PeopleList
      kind="contacts"
      title={t('app.contacts')}
      count={total => t('people.contactCount', { count: total })}
      findLabel={t('people.findContact')}
      emptyTitle={t('people.noContacts')}
      emptySays={t('people.noContactsSays')}
      fields={fields}
      search={search}
      onSearch={wanted => void navigate({ to: '/contacts', search: wanted, replace: true })}
      list={useContacts(search, fields)}
      load={loadContacts(search, fields)}
      columns={useContactColumns()}
      usual={USUAL_COLUMNS}
      nameOf={nameOf}
      saved={
        maySave && (
          <>
            <SaveSegment search={search} fields={fields} />
            <DeleteSegment search={search} />
          </>
        )
      }
    />
  )
}
