import { useNavigate } from '@tanstack/react-router'
import { CircleUser, Keyboard } from 'lucide-react'
import { changeLanguage } from '../../data/change-language.ts'
import { chooseTheme, THEMES, useTheme } from '../../data/theme.ts'
import { LANGUAGE_NAMES, LANGUAGES, language } from '../../text/language.ts'
import { t } from '../../text/t.ts'
import { Menu, MenuChoice, MenuItem, MenuLine } from '../../ui/menu.tsx'
import { THEME_NAMES } from './use-preference-actions.tsx'

/** Who is signed in, and what they chose for themselves. */
export function YouMenu() {
  const navigate = useNavigate()
  const theme = useTheme()
  return (
    <Menu
      side="inline-end"
      align="end"
      trigger={
        <button
          type="button"
          aria-label={t('app.you')}
          className="flex size-10 items-center justify-center rounded-full hover:bg-hover data-popup-open:bg-pressed"
        >
          <CircleUser size={19} aria-hidden="true" />
        </button>
      }
    >
      <MenuItem icon={<Keyboard size={15} />} keys="?" onSelect={() => void navigate({ to: '/shortcuts' })}>
        {t('app.shortcuts')}
      </MenuItem>
      <MenuLine />
      <MenuChoice
        label={t('app.theme')}
        value={theme}
        choices={THEMES.map(value => ({ value, label: t(THEME_NAMES[value]) }))}
        onChoose={chooseTheme}
      />
      <MenuChoice
        label={t('app.language')}
        value={language()}
        choices={LANGUAGES.map(value => ({ value, label: LANGUAGE_NAMES[value] }))}
        onChoose={value => void changeLanguage(value)}
      />
    </Menu>
  )
}
