import { Languages, Moon, Sun, SunMoon } from 'lucide-react'
import { useActions } from '../../actions/actions.ts'
import { changeLanguage } from '../../data/change-language.ts'
import { chooseTheme, THEMES } from '../../data/theme.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '../../text/language.ts'
import { type PlainKey, t } from '../../text/t.ts'

export const THEME_NAMES = {
  system: 'app.themeSystem',
  light: 'app.themeLight',
  dark: 'app.themeDark',
} as const satisfies Record<string, PlainKey>

const THEME_ICONS = { system: <SunMoon size={15} />, light: <Sun size={15} />, dark: <Moon size={15} /> }

export function usePreferenceActions(): void {
  useActions([
    ...THEMES.map(theme => ({
      id: `theme-${theme}`,
      label: `${t('app.theme')}: ${t(THEME_NAMES[theme])}`,
      group: 'preferences' as const,
      icon: THEME_ICONS[theme],
      run: () => chooseTheme(theme),
    })),
    ...LANGUAGES.map(language => ({
      id: `language-${language}`,
      label: `${t('app.language')}: ${LANGUAGE_NAMES[language]}`,
      group: 'preferences' as const,
      icon: <Languages size={15} />,
      run: () => void changeLanguage(language),
    })),
  ])
}
