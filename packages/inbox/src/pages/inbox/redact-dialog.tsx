import type { Part } from '../../data/conversations.ts'
import { useRedact } from '../../data/thread-acts.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { t } from '../../text/t.ts'
import { toast } from '../../ui/toast.tsx'

/** Asks once more before words are gone for good. */
export function RedactDialog({ id, part, onClose }: { id: string; part: Part; onClose: () => void }) {
  const redact = useRedact(id)
  return (
    <Confirm
      open
      title={t('desk.redactTitle')}
      says={t('desk.redactSays')}
      doLabel={t('inbox.redact')}
      busy={redact.isPending}
      onClose={onClose}
      onDo={() =>
        redact.mutate(part, {
          onSuccess: () => toast({ title: t('desk.redacted') }),
          onSettled: onClose,
        })
      }
    />
  )
}
