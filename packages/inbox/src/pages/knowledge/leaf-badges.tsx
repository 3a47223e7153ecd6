import { Clock } from 'lucide-react'
import type { Leaf } from '../../data/knowledge.ts'
import { languageName } from '../../parts/language-name.ts'
import { fullTime } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Badge } from '../../ui/badge.tsx'
import { cx } from '../../ui/cx.ts'

/** How an article stands: whether readers see it, whether something waits, in which languages it is. */
export function LeafBadges({ leaf }: { leaf: Leaf }) {
  const { languages, scheduled_publish_at: publishAt, scheduled_unpublish_at: unpublishAt } = leaf
  const isDraft = languages.every(({ state }) => state === 'draft')
  const hasChanges = languages.some(each => each.has_unpublished_changes)
  const at = publishAt ?? unpublishAt
  return (
    <span className="flex shrink-0 items-center gap-1">
      {at !== null && (
        <span title={fullTime(at)} className="text-info">
          <Clock size={14} aria-label={t('knowledge.scheduled')} />
        </span>
      )}
      {isDraft && <Badge>{t('knowledge.draft')}</Badge>}
      {hasChanges && <Badge tone="warning">{t('knowledge.changes')}</Badge>}
      {languages.length > 1 && (
        <span className="flex gap-0.5 max-md:hidden">
          {languages.map(({ locale, state }) => (
            <span
              key={locale}
              title={`${languageName(locale)}: ${t(state === 'published' ? 'knowledge.published' : 'knowledge.draft')}`}
              className={cx(
                'rounded-sm px-1 font-medium text-xs uppercase',
                state === 'published' ? 'bg-accent-soft text-accent-strong' : 'bg-sunken text-faint',
              )}
            >
              {locale}
            </span>
          ))}
        </span>
      )}
    </span>
  )
}
