import { useNavigate } from '@tanstack/react-router'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { ListSearch } from '../../data/filters.ts'
import { useDeleteSegment, useSegments } from '../../data/segments.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.tsx'

/** Deletes the segment that is shown, where the list shows one and nothing else. */
export function DeleteSegment({ search: { where = [], find } }: { search: ListSearch }) {
  const [isAsking, setAsking] = useState(false)
  const segments = useSegments()
  const remove = useDeleteSegment()
  const navigate = useNavigate()
  const [only] = where.length === 1 && !find ? where : []
  const segment =
    only?.field === 'segment_id' && only.is === 'is' && segments.find(({ id }) => id === only.value)
  if (!segment) return null
  const { id, name } = segment
  return (
    <>
      <Button size="sm" icon={<Trash2 size={14} aria-hidden="true" />} onClick={() => setAsking(true)}>
        {t('people.deleteSegment')}
      </Button>
      <Confirm
        open={isAsking}
        title={t('people.deleteSegmentAsk', { name })}
        says={t('people.deleteSegmentSays')}
        doLabel={t('people.deleteSegment')}
        busy={remove.isPending}
        onDo={() =>
          remove.mutate(
            { params: { id } },
            {
              onSuccess: () => {
                toast({ title: t('people.segmentDeleted', { name }) })
                void navigate({ to: '/contacts', search: {} })
              },
              onSettled: () => setAsking(false),
            },
          )
        }
        onClose={() => setAsking(false)}
      />
    </>
  )
}
