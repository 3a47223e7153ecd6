import type { RefObject } from 'react'
import { t } from '../text/t.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'

/** Asks before what cannot be undone. */
export const Confirm = ({
  open,
  title,
  says,
  doLabel,
  busy = false,
  returnTo,
  onDo,
  onClose,
}: {
  open: boolean
  title: string
  says: string
  doLabel: string
  busy?: boolean
  /** Where the focus goes on from, as in `Dialog`. */
  returnTo?: RefObject<HTMLElement | null>
  onDo: () => void
  onClose: () => void
}) => (
  <Dialog
    open={open}
    onClose={onClose}
    title={title}
    says={says}
    closeLabel={t('app.close')}
    width="sm"
    returnTo={returnTo}
    footer={
      <>
        <Button onClick={onClose}>{t('app.cancel')}</Button>
        <Button look="danger" busy={busy} onClick={onDo}>
          {doLabel}
        </Button>
      </>
    }
  />
)
