import { type ReactNode, useState } from 'react'
import { t } from '../../text/t.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'

/** One attribute: what it is called, of which type it is, and what can be chosen of it. */
export const AttributeRow = ({
  name,
  kind,
  description,
  options = [],
  archived,
  onArchive,
  children,
}: {
  name: string
  kind: string
  description: string
  options?: readonly string[]
  archived: boolean
  /** Archives it or brings it back. */
  onArchive: (archived: boolean) => void
  /** What of it can be changed. */
  children?: ReactNode
}) => {
  const [isOpen, setOpen] = useState(false)
  return (
    <li className="border-line border-b py-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 flex-1 basis-48">
          <span className="flex items-center gap-2">
            <bdi className="truncate font-medium">{name}</bdi>
            <Badge tone={archived ? 'warning' : 'neutral'}>
              {archived ? t('organising.archived') : kind}
            </Badge>
          </span>
          {(description !== '' || options.length > 0) && (
            <bdi className="block truncate text-faint">
              {[description, options.join(', ')].filter(Boolean).join(' · ')}
            </bdi>
          )}
        </span>
        {children && !archived && (
          <Button
            size="sm"
            aria-expanded={isOpen}
            aria-label={`${t('settings.edit')}: ${name}`}
            onClick={() => setOpen(!isOpen)}
          >
            {t('settings.edit')}
          </Button>
        )}
        <Button
          size="sm"
          look="quiet"
          aria-label={`${archived ? t('organising.restore') : t('organising.archive')}: ${name}`}
          onClick={() => onArchive(!archived)}
        >
          {archived ? t('organising.restore') : t('organising.archive')}
        </Button>
      </div>
      {isOpen && !archived && <div className="mt-3 mb-1 rounded-md bg-sunken p-3">{children}</div>}
    </li>
  )
}
