import { ACTION_GROUPS, useCurrentActions } from '../../actions/actions.ts'
import { GROUP_NAMES } from '../../actions/group-names.ts'
import { t } from '../../text/t.ts'
import { Palette } from '../../ui/palette.tsx'

/** What can be done now, found by typing. */
export function ActionPalette({ onClose }: { onClose: () => void }) {
  const actions = useCurrentActions().filter(({ id }) => id !== 'palette')
  const groups = ACTION_GROUPS.map(group => ({
    value: t(GROUP_NAMES[group]),
    items: actions.filter(action => action.group === group),
  })).filter(({ items }) => items.length > 0)
  return (
    <Palette
      open
      onClose={onClose}
      groups={groups}
      label={t('app.palette')}
      placeholder={t('app.palettePlaceholder')}
      emptyLabel={t('app.paletteEmpty')}
    />
  )
}
