import type { Delivery } from '../../data/webhooks.ts'
import { t } from '../../text/t.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'

const TONES: Record<Delivery['status'], Tone> = {
  ...{ pending: 'info', delivered: 'accent', failed: 'danger', dropped: 'warning' },
}

/** What became of a delivery, in a word, and why. */
export const DeliveryBadge = ({ delivery: { status, reason } }: { delivery: Delivery }) => (
  <Badge tone={TONES[status]}>
    {t(status === 'failed' ? 'developer.deliveryFailed' : `developer.${status}`)}
    {reason && ` · ${reason}`}
  </Badge>
)
