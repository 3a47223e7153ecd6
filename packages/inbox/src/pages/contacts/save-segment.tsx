import { useNavigate } from '@tanstack/react-router'
import { BookmarkPlus } from 'lucide-react'
import { useState } from 'react'
import type { FilterField, ListSearch } from '../../data/filters.ts'
import { reasonOf } from '../../data/refusal.ts'
import { useSaveSegment } from '../../data/segments.ts'
import { Form } from '../../forms/form.tsx'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import { toast } from '../../ui/toast.tsx'

/** Keeps the filter that is set as a segment, and shows that one instead. */
export function SaveSegment({ search, fields }: { search: ListSearch; fields: readonly FilterField[] }) {
  const [isOpen, setOpen] = useState(false)
  const [kind, setKind] = useState<'user' | 'contact'>('user')
  const save = useSaveSegment()
  const navigate = useNavigate()
  const submit = (name: string) =>
    save.mutate(
      { name, person_type: kind, search, fields },
      {
        onSuccess: segment => {
          setOpen(false)
          toast({ title: t('people.segmentSaved', { name: segment.name }) })
          void navigate({
            to: '/contacts',
            search: { where: [{ field: 'segment_id', is: 'is', value: segment.id }] },
          })
        },
      },
    )
  return (
    <>
      <Button size="sm" icon={<BookmarkPlus size={14} aria-hidden="true" />} onClick={() => setOpen(true)}>
        {t('people.saveSegment')}
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={t('people.saveSegment')}
        says={t('people.saveSegmentSays')}
        closeLabel={t('app.close')}
        width="sm"
      >
        <Form
          label={t('people.saveSegment')}
          names={['name']}
          error={save.error ? reasonOf(save.error) : undefined}
          onSubmit={({ name }) => submit(name)}
        >
          <Field label={t('inbox.name')}>
            <Input name="name" required autoComplete="off" />
          </Field>
          <Field label={t('people.segmentOf')}>
            <Select
              value={kind}
              onChange={setKind}
              choices={[
                { value: 'user', label: t('people.users') },
                { value: 'contact', label: t('people.leads') },
              ]}
            />
          </Field>
          <Button type="submit" look="primary" busy={save.isPending} className="self-end">
            {t('app.save')}
          </Button>
        </Form>
      </Dialog>
    </>
  )
}
