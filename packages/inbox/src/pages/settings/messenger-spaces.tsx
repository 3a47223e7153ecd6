import type { MessengerSettings } from '../../data/messenger-settings.ts'
import { SettingsSection } from '../../parts/settings-section.tsx'
import { SortableList } from '../../parts/sortable-list.tsx'
import { type PlainKey, t } from '../../text/t.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import type { Change } from './messenger-page.tsx'

type Space = MessengerSettings['spaces'][number]

const SPACES = {
  home: 'messengers.spaceHome',
  messages: 'messengers.spaceMessages',
  help: 'messengers.spaceHelp',
  tickets: 'messengers.spaceTickets',
  news: 'messengers.spaceNews',
} as const satisfies Record<Space, PlainKey>

const ALL: Space[] = ['home', 'messages', 'help', 'tickets', 'news']

const isSpace = (id: string): id is Space => id in SPACES

/** What there is in it, in the order in which it stands at its foot. */
export const Spaces = ({
  settings: { spaces },
  onChange,
}: {
  settings: MessengerSettings
  onChange: Change
}) => {
  const off = ALL.filter(space => !spaces.includes(space))
  return (
    <SettingsSection title={t('messengers.spaces')} says={t('messengers.spacesSays')}>
      <SortableList
        label={t('messengers.spaces')}
        rows={spaces.map(id => ({ id }))}
        nameOf={({ id }) => t(SPACES[id])}
        onOrder={ids => onChange({ spaces: ids.filter(isSpace) })}
      >
        {({ id }) => (
          <Checkbox
            className="py-2"
            label={t(SPACES[id])}
            checked
            disabled={spaces.length === 1}
            onChange={() => onChange({ spaces: spaces.filter(each => each !== id) })}
          />
        )}
      </SortableList>
      {off.length > 0 && (
        <ul aria-label={t('messengers.spacesOff')}>
          {off.map(space => (
            <li key={space} className="border-line border-b py-2 ps-8">
              <Checkbox
                label={t(SPACES[space])}
                checked={false}
                onChange={() => onChange({ spaces: [...spaces, space] })}
              />
            </li>
          ))}
        </ul>
      )}
    </SettingsSection>
  )
}
