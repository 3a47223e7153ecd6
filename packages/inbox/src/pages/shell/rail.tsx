import { Link, useLocation, useMatches } from '@tanstack/react-router'
import { Command } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useMe } from '../../data/me.ts'
import { Logo } from '../../parts/logo.tsx'
import { t } from '../../text/t.ts'
import { cx } from '../../ui/cx.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Tooltip } from '../../ui/tooltip.tsx'
import { placesFor } from '../navigation.tsx'
import { YouMenu } from './you-menu.tsx'

const ACTIVE = 'bg-pressed text-ink!'

/** The places of the app, along the edge: at the side of a desk, at the foot of a phone. */
export function Rail({ onPalette }: { onPalette: () => void }) {
  const places = placesFor(useMe().permissions).filter(({ isWithin }) => !isWithin)
  // Some of the pages beside the list of settings have addresses of their own.
  const isInSettings = useMatches({
    select: matches => matches.some(({ routeId }) => routeId === '/shell/settings'),
  })
  const nav = useRef<HTMLElement>(null)
  const path = useLocation({ select: ({ pathname }) => pathname })
  // At the foot of a phone it scrolls: where one is, is in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each place one goes to
  useEffect(() => {
    const here = nav.current?.querySelector<HTMLElement>('[aria-current]')
    if (here && nav.current)
      nav.current.scrollLeft = here.offsetLeft - nav.current.offsetLeft - here.offsetWidth
  }, [path])
  return (
    <header className="flex shrink-0 items-center gap-1 border-line bg-paper px-2 py-1.5 max-md:border-t md:w-14 md:flex-col md:border-e md:px-0 md:py-3">
      <Logo className="mb-3 max-md:hidden" />
      <nav
        ref={nav}
        aria-label={t('app.navigation')}
        className="flex min-w-0 flex-1 gap-1 max-md:mask-[linear-gradient(90deg,#000_calc(100%-1.5rem),transparent)] max-md:overflow-x-auto max-md:pe-4 md:flex-col"
      >
        {places.map(({ to, label, icon: Icon, keys }) => (
          <Tooltip key={to} label={t(label)} keys={keys} side="inline-end">
            <Link
              to={to}
              aria-label={t(label)}
              className={cx(
                'flex size-10 shrink-0 items-center justify-center rounded-lg text-faint transition-colors hover:bg-hover hover:text-ink',
                to === '/settings' && isInSettings && ACTIVE,
              )}
              activeProps={{ className: ACTIVE }}
            >
              <Icon size={19} />
            </Link>
          </Tooltip>
        ))}
      </nav>
      <IconButton
        label={t('app.palette')}
        keys="mod+k"
        icon={<Command size={17} aria-hidden="true" />}
        onClick={onPalette}
        className="size-10!"
      />
      <YouMenu />
    </header>
  )
}
