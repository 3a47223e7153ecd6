import { useNavigate, useSearch } from '@tanstack/react-router'
import { Archive } from 'lucide-react'
import { useRef } from 'react'
import { loadContacts, useContacts } from '../../data/contacts.ts'
import type { ListSearch } from '../../data/filters.ts'
import { useMay } from '../../data/me.ts'
import { PeopleList } from '../../parts/people-list.tsx'
import { useContactFields } from '../../parts/use-contact-fields.ts'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { nameOf, USUAL_COLUMNS, useContactColumns } from './contact-columns.tsx'
import { DeleteSegment } from './delete-segment.tsx'
import { SaveSegment } from './save-segment.tsx'

/** Everybody who ever wrote or was written to, narrowed by anything that is known of them. */
export function ContactsPage() {
  const search = useSearch({ from: '/shell/contacts' })
  const navigate = useNavigate()
  const fields = useContactFields()
  const maySave = useMay('read_write_users')
  const toggle = useRef<HTMLButtonElement>(null)
  const { archived = false } = search
  const show = (wanted: ListSearch) => void navigate({ to: '/contacts', search: wanted, replace: true })
  const showArchived = (wanted: boolean) => {
    const { archived: _, ...others } = search
    show({ ...others, ...(wanted && { archived: true }) })
  }
  return (
    <PeopleList
      kind="contacts"
      title={t('app.contacts')}
      count={total => t(archived ? 'person.archivedCount' : 'people.contactCount', { count: total })}
      findLabel={t('people.findContact')}
      emptyTitle={t(archived ? 'person.noneArchived' : 'people.noContacts')}
      emptySays={t(archived ? 'person.noneArchivedSays' : 'people.noContactsSays')}
      fields={fields}
      search={search}
      onSearch={show}
      list={useContacts(search, fields)}
      load={loadContacts(search, fields)}
      columns={useContactColumns()}
      usual={USUAL_COLUMNS}
      nameOf={nameOf}
      aside={
        <IconButton
          ref={toggle}
          label={t('person.showArchived')}
          icon={<Archive size={16} aria-hidden="true" />}
          look="plain"
          aria-pressed={archived}
          className="aria-pressed:border-accent! aria-pressed:bg-accent-soft! aria-pressed:text-accent-strong!"
          onClick={() => showArchived(!archived)}
        />
      }
      notice={
        archived && (
          <section
            aria-label={t('person.archived')}
            className="flex items-center gap-3 border-line border-b bg-sunken px-4 py-2 text-soft md:px-6"
          >
            <Archive size={16} aria-hidden="true" className="shrink-0" />
            <p role="status" className="min-w-0 flex-1">
              {t('person.archivedOnly')}
            </p>
            <Button
              size="sm"
              onClick={() => {
                // It goes with the archived: who pressed it goes on where they are shown again.
                toggle.current?.focus()
                showArchived(false)
              }}
            >
              {t('person.showOthers')}
            </Button>
          </section>
        )
      }
      saved={
        maySave &&
        !archived && (
          <>
            <SaveSegment search={search} fields={fields} />
            <DeleteSegment search={search} />
          </>
        )
      }
    />
  )
}
