import { ArrowRight, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Contact } from '../../data/person.ts'
import { t } from '../../text/t.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { cx } from '../../ui/cx.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { nameOf, roleOf } from './contact-columns.tsx'

/** Who goes, and who stays; the other one can be chosen anew. */
export function MergePair({
  from,
  into,
  other,
  onOther,
}: {
  from: Contact
  into: Contact
  other: Contact
  onOther: (id: string | undefined) => void
}) {
  const again = (
    <IconButton
      size="sm"
      label={t('person.chooseOther', { name: nameOf(other) })}
      icon={<X size={13} aria-hidden="true" />}
      onClick={() => onOther(undefined)}
    />
  )
  return (
    <div className="flex gap-2 max-sm:flex-col sm:items-stretch">
      <Side label={t('person.goes')} contact={from} isGoing aside={from === other && again} />
      <ArrowRight
        size={16}
        aria-hidden="true"
        className="shrink-0 self-center text-faint max-sm:rotate-90 sm:rtl:rotate-180"
      />
      <Side label={t('person.stays')} contact={into} aside={into === other && again} />
    </div>
  )
}

function Side({
  label,
  contact,
  isGoing = false,
  aside,
}: {
  label: string
  contact: Contact
  isGoing?: boolean
  aside: ReactNode
}) {
  const name = nameOf(contact)
  const says = [roleOf(contact), contact.email !== name && contact.email].filter(Boolean).join(' · ')
  return (
    <section aria-label={label} className="min-w-0 flex-1 rounded-lg border border-line p-3">
      <div className="mb-2 flex h-6.5 items-center justify-between">
        <span className={cx('font-medium text-sm', isGoing ? 'text-danger' : 'text-accent-strong')}>
          {label}
        </span>
        {aside}
      </div>
      <div className="flex items-center gap-2.5">
        <Avatar name={name} image={contact.avatar?.image_url} />
        <div className="min-w-0">
          <p dir="auto" className="truncate font-medium">
            {name}
          </p>
          <p className="truncate text-faint text-sm">{says}</p>
        </div>
      </div>
    </section>
  )
}
