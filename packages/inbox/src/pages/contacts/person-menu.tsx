import { useNavigate } from '@tanstack/react-router'
import { Archive, ArchiveRestore, Ban, Ellipsis, Merge, Trash2 } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { type Action, useActions } from '../../actions/actions.ts'
import type { Contact } from '../../data/person.ts'
import { useBlock, useDeletePerson, useForget, useStanding } from '../../data/person-life.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { t } from '../../text/t.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem, MenuLine } from '../../ui/menu.tsx'
import { toast } from '../../ui/toast.tsx'
import { nameOf } from './contact-columns.tsx'
import type { Shelving } from './use-shelving.ts'

const MergePeople = lazy(async () => ({ default: (await import('./merge-people.tsx')).MergePeople }))

type Asking = 'merge' | 'block' | 'delete'

/** What becomes of somebody: archived and brought back, merged, blocked, or deleted for ever. For those who may. */
export function PersonMenu({ contact, shelving }: { contact: Contact; shelving: Shelving }) {
  const [asking, setAsking] = useState<Asking>()
  const standing = useStanding(contact.id)
  const isBlocked = standing?.blocked_at != null
  const isArchived = standing?.archived_at != null
  const close = () => setAsking(undefined)
  const ask = (what: Asking) => () => setAsking(what)
  const acts: Action[] = [
    ...(isArchived ? [] : [act('archive', <Archive size={15} />, shelving.archive)]),
    ...(isArchived && !isBlocked ? [act('bringBack', <ArchiveRestore size={15} />, shelving.bringBack)] : []),
    ...(isArchived ? [] : [act('merge', <Merge size={15} />, ask('merge'))]),
    ...(isBlocked ? [] : [act('block', <Ban size={15} />, ask('block'))]),
  ]
  const last = act('delete', <Trash2 size={15} />, ask('delete'))
  useActions([...acts, last])
  return (
    <>
      <Menu
        align="end"
        trigger={
          <IconButton
            ref={shelving.menu}
            label={t('person.more')}
            icon={<Ellipsis size={16} aria-hidden="true" />}
            look="plain"
          />
        }
      >
        {acts.map(({ id, icon, label, run }) => (
          <MenuItem key={id} icon={icon} onSelect={run}>
            {label}
          </MenuItem>
        ))}
        <MenuLine />
        <MenuItem icon={last.icon} danger onSelect={last.run}>
          {last.label}
        </MenuItem>
      </Menu>
      <ConfirmBlock contact={contact} open={asking === 'block'} onClose={close} menu={shelving.menu} />
      <ConfirmDelete contact={contact} open={asking === 'delete'} onClose={close} menu={shelving.menu} />
      <Suspense>
        {asking === 'merge' && <MergePeople contact={contact} menu={shelving.menu} onClose={close} />}
      </Suspense>
    </>
  )
}

const act = (
  id: 'archive' | 'bringBack' | 'merge' | 'block' | 'delete',
  icon: ReactNode,
  run: () => void,
): Action => ({ ...{ id: `person-${id}`, label: NAMES[id](), icon, run }, group: 'here' })

const NAMES = {
  archive: () => t('person.archive'),
  bringBack: () => t('person.bringBack'),
  merge: () => t('person.merge'),
  block: () => t('person.block'),
  delete: () => t('person.delete'),
}

interface Confirming {
  contact: Contact
  open: boolean
  onClose: () => void
  menu: Shelving['menu']
}

function ConfirmBlock({ contact, open, onClose, menu }: Confirming) {
  const block = useBlock()
  const name = nameOf(contact)
  return (
    <Confirm
      open={open}
      returnTo={menu}
      title={t('person.blockAsk', { name })}
      says={t('person.blockSays')}
      doLabel={t('person.block')}
      busy={block.isPending}
      onDo={() =>
        block.mutate(
          { params: { id: contact.id } },
          {
            onSuccess: () => {
              toast({ title: t('person.blockedNow', { name }) })
              void block.refresh()
            },
            onSettled: onClose,
          },
        )
      }
      onClose={onClose}
    />
  )
}

function ConfirmDelete({ contact, open, onClose, menu }: Confirming) {
  const remove = useDeletePerson()
  const forget = useForget()
  const navigate = useNavigate()
  const name = nameOf(contact)
  const leave = async () => {
    toast({ title: t('person.deleted', { name }) })
    onClose()
    await navigate({ to: '/contacts', replace: true })
    // All that had the focus has gone with the page.
    document.getElementById('content')?.focus()
    await forget(contact.id)
  }
  return (
    <Confirm
      open={open}
      returnTo={menu}
      title={t('person.deleteAsk', { name })}
      says={t('person.deleteSays')}
      doLabel={t('person.delete')}
      busy={remove.isPending}
      onDo={() =>
        remove.mutate({ params: { id: contact.id } }, { onSuccess: () => void leave(), onError: onClose })
      }
      onClose={onClose}
    />
  )
}
