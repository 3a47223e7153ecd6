import { ChevronsUpDown } from 'lucide-react'
import { t } from '../text/t.ts'
import { cx } from '../ui/cx.ts'
import { controlClass } from '../ui/field.tsx'
import { type Pick, Picker } from '../ui/picker.tsx'

let zones: Pick[] | undefined

/** Every time zone, by its place, with how far it is from Greenwich now. */
function everyZone(): Pick[] {
  zones ??= ['UTC', ...Intl.supportedValuesOf('timeZone').filter(zone => zone !== 'UTC')].map(zone => ({
    id: zone,
    label: nameOf(zone),
    words: zone,
    aside: <span className="text-faint text-sm">{offsetOf(zone)}</span>,
  }))
  return zones
}

const nameOf = (zone: string): string => zone.replaceAll('_', ' ').replaceAll('/', ' / ')

const offsetOf = (zone: string): string =>
  new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' })
    .formatToParts()
    .find(({ type }) => type === 'timeZoneName')?.value ?? ''

/** A time zone, found by typing part of its name. */
export const ZonePicker = ({ zone, onChoose }: { zone: string; onChoose: (zone: string) => void }) => (
  <Picker
    align="start"
    picks={everyZone()}
    chosen={[zone]}
    searchLabel={t('settings.findZone')}
    emptyLabel={t('settings.noZone')}
    onPick={({ id }) => onChoose(id)}
    trigger={
      <button
        type="button"
        aria-label={`${t('settings.timezone')}: ${nameOf(zone)}`}
        className={cx(controlClass, 'flex h-8 items-center justify-between gap-2 px-2.5 text-base')}
      >
        <span className="truncate">{nameOf(zone)}</span>
        <span className="flex items-center gap-2 text-faint">
          <span className="text-sm">{offsetOf(zone)}</span>
          <ChevronsUpDown size={14} aria-hidden="true" />
        </span>
      </button>
    }
  />
)
