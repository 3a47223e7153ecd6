import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useColumns } from '../../data/columns.ts'
import { loadContacts, useContacts } from '../../data/contacts.ts'
import type { ListSearch } from '../../data/filters.ts'
import { useMay } from '../../data/me.ts'
import { ChosenBar } from '../../parts/chosen-bar.tsx'
import { ColumnMenu } from '../../parts/column-menu.tsx'
import { ExportButton } from '../../parts/export-button.tsx'
import { ImportLink } from '../../parts/import-link.tsx'
import { isNarrowed, ListFrame, ListStates } from '../../parts/list-frame.tsx'
import { useContactFields } from '../../parts/use-contact-fields.ts'
import { t } from '../../text/t.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { nameOf, USUAL_COLUMNS, useContactColumns } from './contact-columns.tsx'
import { SaveSegment } from './save-segment.tsx'

/** Everybody who ever wrote or was written to, narrowed by anything that is known of them. */
export function ContactsPage() {
  const search = useSearch({ from: '/shell/contacts' })
  const navigate = useNavigate()
  const fields = useContactFields()
  const list = useContacts(search, fields)
  const all = useContactColumns()
  const { shown, toggle } = useColumns('contacts', USUAL_COLUMNS)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const mayTag = useMay('write_tags')
  const maySave = useMay('read_write_users')
  const columns = all.filter(({ key }) => key === 'name' || shown.includes(key))
  const show = (wanted: ListSearch) => {
    setChosen(new Set())
    void navigate({ to: '/contacts', search: wanted, replace: true })
  }
  return (
    <ListFrame
      title={t('app.contacts')}
      count={list.isPending ? undefined : t('people.contactCount', { count: list.total })}
      findLabel={t('people.findContact')}
      fields={fields}
      search={search}
      onSearch={show}
      saved={maySave && <SaveSegment search={search} fields={fields} />}
      aside={
        <>
          <ColumnMenu columns={all.filter(({ key }) => key !== 'name')} shown={shown} onToggle={toggle} />
          <ImportLink to="/import/contacts" />
          <ExportButton name="contacts" columns={columns} load={loadContacts(search, fields)} />
        </>
      }
    >
      <ChosenBar ids={[...chosen]} kind="users" onDone={() => setChosen(new Set())} />
      <ListStates
        list={list}
        isNarrowed={isNarrowed(search)}
        emptyTitle={t('people.noContacts')}
        emptySays={t('people.noContactsSays')}
        onClear={() => show({})}
      >
        <DataTable
          label={t('app.contacts')}
          columns={columns}
          rows={list.rows}
          total={list.total}
          keyOf={({ id }) => id}
          nameOf={nameOf}
          sort={search.sort ?? '-created_at'}
          onSort={sort => show({ ...search, sort })}
          onNearEnd={() => list.hasNextPage && !list.isFetchingNextPage && void list.fetchNextPage()}
          choosing={
            mayTag
              ? {
                  ...{ chosen, onChoose: setChosen, allLabel: t('people.chooseAll') },
                  labelOf: name => t('people.choose', { name }),
                }
              : undefined
          }
        />
      </ListStates>
    </ListFrame>
  )
}
