import { useNavigate } from '@tanstack/react-router'
import { type RefObject, useState } from 'react'
import { type Contact, usePerson } from '../../data/person.ts'
import { useForget, useMergePeople, useMergePreview } from '../../data/person-life.ts'
import { reasonOf } from '../../data/refusal.ts'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { nameOf } from './contact-columns.tsx'
import { MergePair } from './merge-pair.tsx'
import { MergeSummary } from './merge-summary.tsx'
import { OtherFinder } from './other-finder.tsx'

/** Whom somebody is merged with: a lead goes into a user. What moves is shown before anything is done. */
export function MergePeople({
  contact,
  menu,
  onClose,
}: {
  contact: Contact
  /** Where the focus goes on from. */
  menu: RefObject<HTMLButtonElement | null>
  onClose: () => void
}) {
  const [otherId, setOtherId] = useState<string>()
  const [isSame, setSame] = useState(false)
  const { data: other } = usePerson(otherId ?? '', otherId !== undefined)
  const isLead = contact.role === 'lead'
  const people = other && (isLead ? { from: contact, into: other } : { from: other, into: contact })
  const pair = people && {
    ...{ from: people.from.id, into: people.into.id, skip_duplicate_validation: isSame },
  }
  const preview = useMergePreview(pair)
  const merge = useMergePeople()
  const forget = useForget()
  const navigate = useNavigate()
  const choose = (id: string | undefined) => {
    setOtherId(id)
    setSame(false)
  }
  const finish = async ({ from, into }: { from: Contact; into: Contact }) => {
    toast({ title: t('person.merged', { from: nameOf(from), into: nameOf(into) }) })
    onClose()
    await navigate({ to: '/contacts/$id', params: { id: into.id }, replace: true })
    await forget(from.id)
  }
  const isAllowed = preview.data?.allowed === true && !preview.isFetching
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('person.merge')}
      says={t(isLead ? 'person.mergeLead' : 'person.mergeUser', { name: nameOf(contact) })}
      closeLabel={t('app.close')}
      returnTo={menu}
      footer={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button
            look="danger"
            disabled={!isAllowed}
            busy={merge.isPending}
            onClick={() => people && pair && merge.mutate(pair, () => void finish(people))}
          >
            {t('person.mergeDo')}
          </Button>
        </>
      }
    >
      {merge.error && <Wrong>{reasonOf(merge.error)}</Wrong>}
      {otherId === undefined ? (
        <OtherFinder role={isLead ? 'user' : 'lead'} onPick={choose} />
      ) : (
        <div className="flex flex-col gap-4">
          {people && <MergePair {...people} other={people[isLead ? 'into' : 'from']} onOther={choose} />}
          {preview.error && <Wrong>{reasonOf(preview.error)}</Wrong>}
          <Against reasons={preview.data?.allowed === false ? preview.data.reasons : []} />
          {(isSame || isUnalike(preview.data)) && (
            <Checkbox
              label={t('person.sameAllTheSame')}
              checked={isSame}
              onChange={event => setSame(event.target.checked)}
            />
          )}
          {preview.data?.allowed && people && (
            <MergeSummary name={nameOf(people.from)} summary={preview.data.summary} />
          )}
          {!preview.data && !preview.error && <SkeletonLines count={3} label={t('app.loading')} />}
        </div>
      )}
    </Dialog>
  )
}

type Preview = NonNullable<ReturnType<typeof useMergePreview>['data']>
type Reason = Extract<Preview, { allowed: false }>['reasons'][number]

const isUnalike = (preview: Preview | undefined): boolean =>
  preview?.allowed === false && preview.reasons.every(({ code }) => code === 'no_shared_identifier')

/** Why they cannot be merged, in our words where we have some. */
const Against = ({ reasons }: { reasons: Reason[] }) =>
  reasons.map(({ code, message }) =>
    code === 'no_shared_identifier' ? (
      <p key={code} role="alert" className="rounded-md bg-warning-soft px-3 py-2 text-warning">
        {t('person.notAlike')}
      </p>
    ) : (
      <Wrong key={code}>{code === 'invalid_merge_role_pair' ? t('person.notMergeable') : message}</Wrong>
    ),
  )

const Wrong = ({ children }: { children: string }) => (
  <p role="alert" className="mb-3 rounded-md bg-danger-soft px-3 py-2 text-danger">
    {children}
  </p>
)
