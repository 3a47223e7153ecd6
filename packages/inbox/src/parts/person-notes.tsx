import { useMay } from '../data/me.ts'
import { useAddNote, usePersonNotes } from '../data/person.ts'
import { NotesSection } from './notes-section.tsx'

/** What teammates wrote down about somebody, and one more. */
export function PersonNotes({ id }: { id: string }) {
  const add = useAddNote(id)
  return (
    <NotesSection
      notes={usePersonNotes(id)}
      mayWrite={useMay('write_notes')}
      isBusy={add.isPending}
      onAdd={(body, done) => add.mutate(body, { onSuccess: done })}
    />
  )
}
