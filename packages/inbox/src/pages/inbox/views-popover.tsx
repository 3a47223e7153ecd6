import { type ReactElement, useState } from 'react'
import type { View } from '../../data/views.ts'
import { t } from '../../text/t.ts'
import { Popover } from '../../ui/popover.tsx'
import { ViewLinks } from './views-pane.tsx'

/** The views, beside the button that asks for them. It opens at once: asking for it is what loads it. */
export function ViewsPopover({
  trigger,
  ...of
}: {
  trigger: ReactElement
  views: View[]
  current: View
  onNewView: () => void
}) {
  const [isOpen, setOpen] = useState(true)
  return (
    <Popover
      label={t('inbox.views')}
      open={isOpen}
      onOpenChange={setOpen}
      className="max-h-[70vh] w-60 overflow-y-auto"
      trigger={trigger}
    >
      <nav aria-label={t('inbox.views')}>
        <ViewLinks {...of} />
      </nav>
    </Popover>
  )
}
