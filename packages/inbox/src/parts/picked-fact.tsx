import { t } from '../text/t.ts'
import { type Pick, Picker } from '../ui/picker.tsx'
import { Fact } from './fact.tsx'

/** A fact that is one of a few: press, type some letters, Enter. */
export function PickedFact({
  label,
  picks,
  current,
  isFixed = false,
  ...picker
}: {
  label: string
  picks: Pick[]
  current: string
  searchLabel: string
  /** For those who may only read it. */
  isFixed?: boolean
  onPick: (pick: Pick) => void
  open?: boolean
  onOpenChange?: (open: boolean) => void
}) {
  const chosen = picks.find(({ id }) => id === current)
  const shown = (
    <>
      {chosen?.icon}
      <span dir="auto" className="truncate">
        {chosen?.label ?? '—'}
      </span>
    </>
  )
  return (
    <Fact label={label}>
      {isFixed ? (
        <span className="flex items-center gap-2">{shown}</span>
      ) : (
        <Picker
          {...picker}
          align="start"
          picks={picks}
          chosen={[current]}
          emptyLabel={t('inbox.noneFound')}
          trigger={
            <button
              type="button"
              aria-label={`${label}: ${chosen?.label ?? t('inbox.unset')}`}
              className="-ms-1.5 flex h-7 w-full items-center gap-2 rounded-sm px-1.5 text-start hover:bg-hover"
            >
              {shown}
            </button>
          }
        />
      )}
    </Fact>
  )
}
