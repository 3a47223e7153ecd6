import { Link } from '@tanstack/react-router'
import { Merge, UserX } from 'lucide-react'
import { usePerson } from '../../data/person.ts'
import { useStanding } from '../../data/person-life.ts'
import { useTitle } from '../../parts/use-title.ts'
import { t } from '../../text/t.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Empty, SkeletonLines } from '../../ui/states.tsx'
import { nameOf } from './contact-columns.tsx'

/** Somebody who was deleted, or merged into somebody else: says so, and leads on. */
export function PersonGone({ id, isMerged }: { id: string; isMerged: boolean }) {
  return <main className="flex flex-1 bg-surface">{isMerged ? <Merged id={id} /> : <Deleted />}</main>
}

function Merged({ id }: { id: string }) {
  useTitle(t('person.mergedTitle'))
  const standing = useStanding(id)
  const into = standing?.merged_into ?? undefined
  const { data: survivor, isError } = usePerson(into ?? '', into !== undefined)
  if (isError || standing?.merged_into === null) return <Deleted />
  if (!survivor)
    return (
      <div className="flex-1 p-6">
        <SkeletonLines count={3} label={t('app.loading')} />
      </div>
    )
  const name = nameOf(survivor)
  return (
    <Empty
      isPage
      icon={<Merge size={28} aria-hidden="true" />}
      title={t('person.mergedTitle')}
      says={t('person.mergedSays', { name })}
    >
      <Link to="/contacts/$id" params={{ id: survivor.id }} replace className={buttonClass('primary')}>
        <bdi>{t('person.toSurvivor', { name })}</bdi>
      </Link>
    </Empty>
  )
}

function Deleted() {
  useTitle(t('person.goneTitle'))
  return (
    <Empty
      isPage
      icon={<UserX size={28} aria-hidden="true" />}
      title={t('person.goneTitle')}
      says={t('person.goneSays')}
    >
      <Link to="/contacts" className={buttonClass()}>
        {t('person.toContacts')}
      </Link>
    </Empty>
  )
}
