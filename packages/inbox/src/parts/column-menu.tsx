import { Columns3 } from 'lucide-react'
import { t } from '../text/t.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Popover } from '../ui/popover.tsx'

/** Which columns a table shows. */
export const ColumnMenu = ({
  columns,
  shown,
  onToggle,
}: {
  columns: { key: string; label: string }[]
  shown: readonly string[]
  onToggle: (key: string) => void
}) => (
  <Popover
    label={t('people.columns')}
    align="end"
    className="max-h-96 w-60 overflow-y-auto"
    trigger={
      <IconButton label={t('people.columns')} icon={<Columns3 size={16} aria-hidden="true" />} look="plain" />
    }
  >
    <ul>
      {columns.map(({ key, label }) => (
        <li key={key}>
          <label className="flex h-8 items-center gap-2.5 rounded-md px-2 hover:bg-hover">
            <input
              type="checkbox"
              checked={shown.includes(key)}
              onChange={() => onToggle(key)}
              className="size-4 accent-accent"
            />
            <span className="truncate">{label}</span>
          </label>
        </li>
      ))}
    </ul>
  </Popover>
)
