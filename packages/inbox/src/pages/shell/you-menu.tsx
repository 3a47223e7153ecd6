import { useNavigate } from '@tanstack/react-router'
import { CircleUser, Forward, Keyboard, LogOut, Moon, Settings, Sun } from 'lucide-react'
import { useAwayReasons } from '../../data/away-reasons.ts'
import { changeLanguage } from '../../data/change-language.ts'
import { useMe } from '../../data/me.ts'
import { useEnterWorkspace, useSetAway, useSignOut } from '../../data/session.ts'
import { chooseTheme, THEMES, useTheme } from '../../data/theme.ts'
import { LANGUAGE_NAMES, LANGUAGES, language } from '../../text/language.ts'
import { t } from '../../text/t.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { cx } from '../../ui/cx.ts'
import { Menu, MenuChoice, MenuHead, MenuItem, MenuLine } from '../../ui/menu.tsx'
import { THEME_NAMES } from './use-preference-actions.tsx'

/** Who is signed in and where, and what they chose for themselves. */
export function YouMenu() {
  const navigate = useNavigate()
  const theme = useTheme()
  const { admin, workspace, workspaces } = useMe()
  const signOut = useSignOut()
  const enter = useEnterWorkspace()
  const { away_mode_enabled: isAway, away_mode_reassign: passesOn } = admin
  return (
    <Menu
      side="inline-end"
      align="end"
      trigger={
        <button
          type="button"
          className="relative flex size-10 items-center justify-center rounded-full hover:bg-hover data-popup-open:bg-pressed"
        >
          <Avatar name={admin.name} image={admin.avatar_url} />
          <span className="sr-only">{t('app.youAre', { name: admin.name })}</span>
          <span
            title={isAway ? t('app.awayNow') : t('app.activeNow')}
            className={cx(
              'absolute inset-e-1 bottom-1 size-2.5 rounded-full border-2 border-paper',
              isAway ? 'bg-warning' : 'bg-accent',
            )}
          />
        </button>
      }
    >
      <MenuHead>
        <span className="block font-medium text-base text-ink">{admin.name}</span>
        {workspace.name}
      </MenuHead>
      <AwayItem isAway={isAway} passesOn={passesOn} />
      <MenuItem
        icon={<CircleUser size={15} aria-hidden="true" />}
        keys="g a"
        onSelect={() => void navigate({ to: '/account' })}
      >
        {t('app.account')}
      </MenuItem>
      <MenuItem
        icon={<Settings size={15} aria-hidden="true" />}
        keys="g s"
        onSelect={() => void navigate({ to: '/settings' })}
      >
        {t('app.settings')}
      </MenuItem>
      <MenuItem
        icon={<Keyboard size={15} aria-hidden="true" />}
        keys="?"
        onSelect={() => void navigate({ to: '/shortcuts' })}
      >
        {t('app.shortcuts')}
      </MenuItem>
      <MenuLine />
      {workspaces.length > 1 && (
        <MenuChoice
          label={t('app.workspace')}
          value={workspace.id}
          choices={workspaces.map(({ id, name }) => ({ value: id, label: name }))}
          onChoose={id => enter.mutate(id)}
        />
      )}
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
      <MenuLine />
      <MenuItem icon={<LogOut size={15} aria-hidden="true" />} onSelect={() => signOut.mutate()}>
        {t('app.signOut')}
      </MenuItem>
    </Menu>
  )
}

/** Going away, for one of the reasons there are, and coming back. */
function AwayItem({ isAway, passesOn }: { isAway: boolean; passesOn: boolean }) {
  const setAway = useSetAway()
  const reasons = (useAwayReasons().data?.data ?? []).filter(({ deleted }) => !deleted)
  if (isAway)
    return (
      <>
        <MenuItem
          icon={<Sun size={15} aria-hidden="true" />}
          onSelect={() => setAway.mutate({ away: false })}
        >
          {t('app.setActive')}
        </MenuItem>
        <MenuItem
          icon={<Forward size={15} aria-hidden="true" />}
          onSelect={() => setAway.mutate({ away: true, reassign: !passesOn })}
        >
          {passesOn ? t('app.keepOpen') : t('app.passOn')}
        </MenuItem>
      </>
    )
  if (reasons.length > 0)
    return (
      <MenuChoice
        label={t('app.setAway')}
        value=""
        choices={reasons.map(({ id, emoji, label }) => ({ value: id, label: `${emoji} ${label}`.trim() }))}
        onChoose={reason => setAway.mutate({ away: true, reason })}
      />
    )
  return (
    <MenuItem icon={<Moon size={15} aria-hidden="true" />} onSelect={() => setAway.mutate({ away: true })}>
      {t('app.setAway')}
    </MenuItem>
  )
}
