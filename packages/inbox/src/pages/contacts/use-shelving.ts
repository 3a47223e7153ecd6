import { type RefObject, useRef } from 'react'
import type { Contact } from '../../data/person.ts'
import { useShelve } from '../../data/person-life.ts'
import { t } from '../../text/t.ts'
import { toast } from '../../ui/toast.tsx'
import { nameOf } from './contact-columns.tsx'

export interface Shelving {
  archive: () => void
  bringBack: () => void
  /** Where the focus goes on from, once what was pressed has gone. */
  menu: RefObject<HTMLButtonElement | null>
}

/** Archiving somebody, which can be undone at once, and bringing them back whenever that is. */
export function useShelving(contact: Contact): Shelving {
  const { archive, bringBack } = useShelve()
  const menu = useRef<HTMLButtonElement>(null)
  const name = nameOf(contact)
  const of = { params: { id: contact.id } }
  const undo = () => {
    menu.current?.focus()
    bringBack.mutate(of)
  }
  return {
    menu,
    archive: () =>
      archive.mutate(of, {
        onSuccess: () =>
          toast({ title: t('person.archivedNow', { name }), undo: { label: t('app.undo'), run: undo } }),
      }),
    bringBack: () => {
      menu.current?.focus()
      bringBack.mutate(of, { onSuccess: () => toast({ title: t('person.broughtBack', { name }) }) })
    },
  }
}
