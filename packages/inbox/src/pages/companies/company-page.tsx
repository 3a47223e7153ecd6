import { Link, useParams } from '@tanstack/react-router'
import { useOwnAttributes } from '../../data/attributes.ts'
import {
  type Company,
  useAddCompanyNote,
  useChangeCompany,
  useCompany,
  useCompanyContacts,
  useCompanyNotes,
  useCompanySegments,
} from '../../data/companies.ts'
import { useTagMany } from '../../data/contacts.ts'
import { useMay } from '../../data/me.ts'
import { EditableFact, Fact } from '../../parts/fact.tsx'
import { NotesSection } from '../../parts/notes-section.tsx'
import { OwnAttributes } from '../../parts/own-attributes.tsx'
import { SegmentList } from '../../parts/person-groups.tsx'
import { RecordFrame } from '../../parts/record-frame.tsx'
import { SideSection } from '../../parts/side-section.tsx'
import { TagList } from '../../parts/tag-list.tsx'
import { Unshown } from '../../parts/unshown.tsx'
import { called } from '../../text/called.ts'
import { fullTime, inWords } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { nameOf } from './company-columns.tsx'

/** A company: what is known of it, and who belongs to it. */
export function CompanyPage() {
  const { id } = useParams({ from: '/shell/companies/$id' })
  const { data: company, error, refetch } = useCompany(id)
  if (company) return <Known company={company} />
  return (
    <main className="flex flex-1 flex-col bg-surface p-6">
      {error ? <Unshown query={{ error, refetch }} /> : <SkeletonLines count={8} label={t('app.loading')} />}
    </main>
  )
}

function Known({ company }: { company: Company }) {
  return (
    <RecordFrame
      title={nameOf(company)}
      says={[company.plan.name, company.industry, company.website].filter(Boolean).join(' · ')}
      avatar={<Avatar name={nameOf(company)} size="lg" square />}
      back="/companies"
      backLabel={t('people.backToCompanies')}
      side={
        <>
          <Groups company={company} />
          <Facts company={company} />
        </>
      }
    >
      <People id={company.id} />
      <Notes id={company.id} />
    </RecordFrame>
  )
}

function Groups({ company: { id, tags } }: { company: Company }) {
  const { mutate } = useTagMany()
  const mayTag = useMay('write_tags')
  return (
    <SideSection title={t('people.tags')}>
      <TagList
        tags={tags.tags}
        isFixed={!mayTag}
        onAdd={({ name }) => mutate({ name, ids: [id], kind: 'companies' })}
        onRemove={({ name }) => mutate({ name, ids: [id], kind: 'companies', untag: true })}
      />
      <SegmentList segments={useCompanySegments(id)} />
    </SideSection>
  )
}

function Facts({ company }: { company: Company }) {
  const { mutate } = useChangeCompany(company.id)
  const isFixed = !useMay('read_write_users')
  const known = useOwnAttributes('company')
  const fact = (label: string, value: string | number | undefined | null) => ({
    ...{ label, isFixed },
    value: value === undefined || value === null ? '' : String(value),
  })
  return (
    <SideSection title={t('inbox.attributes')}>
      <dl>
        <EditableFact {...fact(t('inbox.name'), company.name)} onChange={name => mutate({ name })} />
        <Fact label={t('people.externalId')}>{company.company_id}</Fact>
        <EditableFact {...fact(t('people.plan'), company.plan.name)} onChange={plan => mutate({ plan })} />
        <EditableFact
          {...fact(t('people.industry'), company.industry)}
          onChange={industry => mutate({ industry })}
        />
        <EditableFact
          {...fact(t('people.website'), company.website)}
          onChange={website => mutate({ website })}
        />
        <EditableFact
          {...fact(t('people.size'), company.size)}
          type="number"
          onChange={size => mutate({ size: Number(size) })}
        />
        <EditableFact
          {...fact(t('people.monthlySpend'), company.monthly_spend)}
          type="number"
          onChange={spend => mutate({ monthly_spend: Number(spend) })}
        />
        <Fact label={t('people.created')}>
          <time title={fullTime(company.created_at)}>{inWords(company.created_at)}</time>
        </Fact>
        {company.last_request_at !== undefined && (
          <Fact label={t('inbox.lastSeen')}>
            <time title={fullTime(company.last_request_at)}>{inWords(company.last_request_at)}</time>
          </Fact>
        )}
        <OwnAttributes
          values={company.custom_attributes}
          known={known}
          isFixed={isFixed}
          onChange={custom_attributes => mutate({ custom_attributes })}
        />
      </dl>
    </SideSection>
  )
}

function People({ id }: { id: string }) {
  const list = useCompanyContacts(id)
  return (
    <SideSection title={t('people.people')}>
      {list.isPending && <SkeletonLines label={t('app.loading')} />}
      {list.isSuccess && list.rows.length === 0 && <p className="text-faint">{t('people.nobodyHere')}</p>}
      <ul aria-label={t('people.people')} className="-mx-2">
        {list.rows.map(contact => {
          const name = called(contact)
          return (
            <li key={contact.id}>
              <Link
                to="/contacts/$id"
                params={{ id: contact.id }}
                className="flex h-11 items-center gap-2.5 rounded-md px-2 hover:bg-hover"
              >
                <Avatar name={name} image={contact.avatar?.image_url} />
                <span dir="auto" className="min-w-0 truncate font-medium">
                  {name}
                </span>
                <span className="ms-auto min-w-0 truncate text-faint">{contact.email}</span>
              </Link>
            </li>
          )
        })}
      </ul>
      {list.hasNextPage && (
        <Button size="sm" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('people.more')}
        </Button>
      )}
    </SideSection>
  )
}

function Notes({ id }: { id: string }) {
  const add = useAddCompanyNote(id)
  return (
    <NotesSection
      notes={useCompanyNotes(id)}
      mayWrite={useMay('write_notes')}
      isBusy={add.isPending}
      onAdd={(body, done) => add.mutate(body, { onSuccess: done })}
    />
  )
}
