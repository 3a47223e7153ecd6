import { Outlet, useNavigate } from '@tanstack/react-router'
import { SquarePen } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useActions } from '../../actions/actions.ts'
import { NEW_CONVERSATION_KEYS } from '../../actions/inbox-keys.ts'
import { useKeys } from '../../actions/use-keys.ts'
import { NEW } from '../../data/conversation-asked.ts'
import { useMay, useMe } from '../../data/me.ts'
import { useOnline } from '../../data/online.ts'
import { useStream } from '../../data/stream.ts'
import { t } from '../../text/t.ts'
import { placesFor } from '../navigation.tsx'
import { Rail } from './rail.tsx'
import { usePreferenceActions } from './use-preference-actions.tsx'

/** Loaded when it is first asked for. */
const ActionPalette = lazy(async () => ({ default: (await import('./action-palette.tsx')).ActionPalette }))

/** The frame around every page of somebody who is signed in. */
export function Shell() {
  useKeys()
  useStream()
  const [isPaletteOpen, setPaletteOpen] = useState(false)
  useShellActions(() => setPaletteOpen(true))
  usePreferenceActions()
  return (
    <div className="flex h-full flex-col-reverse md:flex-row">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:inset-s-2 focus:top-2 focus:z-50 focus:rounded-md focus:bg-raised focus:px-3 focus:py-2 focus:shadow-md"
      >
        {t('app.skip')}
      </a>
      <Rail onPalette={() => setPaletteOpen(true)} />
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <OfflineNotice />
        <div id="content" tabIndex={-1} className="flex min-h-0 flex-1 outline-none">
          <Outlet />
        </div>
      </div>
      <Suspense>{isPaletteOpen && <ActionPalette onClose={() => setPaletteOpen(false)} />}</Suspense>
    </div>
  )
}

function useShellActions(openPalette: () => void): void {
  const navigate = useNavigate()
  const mayWrite = useMay('write_conversations')
  useActions([
    ...placesFor(useMe().permissions).map(({ to, label, icon: Icon, keys }) => ({
      ...{ id: `go-${to}`, label: t(label), group: 'goTo' as const, keys, icon: <Icon size={15} /> },
      run: () => void navigate({ to }),
    })),
    {
      ...{ id: 'go-account', label: t('app.account'), group: 'goTo', keys: 'g a' },
      run: () => void navigate({ to: '/account' }),
    },
    ...(mayWrite
      ? [
          {
            ...{ id: 'new-conversation', label: t('inbox.newConversation'), group: 'everywhere' as const },
            ...{ keys: NEW_CONVERSATION_KEYS, icon: <SquarePen size={15} /> },
            run: () =>
              void navigate({ to: '/inbox/$view/{-$id}', params: { view: 'mine', id: NEW }, search: {} }),
          },
        ]
      : []),
    { id: 'palette', label: t('app.palette'), group: 'everywhere', keys: 'mod+k', run: openPalette },
    {
      ...{ id: 'shortcuts', label: t('app.shortcuts'), group: 'everywhere', keys: '?' },
      run: () => void navigate({ to: '/shortcuts' }),
    },
  ])
}

function OfflineNotice() {
  if (useOnline()) return null
  return (
    <p role="status" className="bg-warning-soft px-4 py-1.5 text-center text-sm text-warning">
      {t('app.offline')}
    </p>
  )
}
