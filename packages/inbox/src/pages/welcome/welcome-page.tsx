import { Link } from '@tanstack/react-router'
import { ArrowRight, ExternalLink } from 'lucide-react'
import type { ReactNode } from 'react'
import { useMe } from '../../data/me.ts'
import { Page } from '../../parts/page.tsx'
import { t } from '../../text/t.ts'
import { buttonClass } from '../../ui/button.tsx'
import { InboxDrawing, ShopDrawing } from './drawings.tsx'
import { useFirstWritten } from './use-first-written.ts'

/** Where a new owner arrives: a message from the shop, answered, before anything is read. */
export function WelcomePage() {
  const { admin, workspace } = useMe()
  return (
    <Page
      title={t('welcome.title', { name: admin.name })}
      says={t('welcome.says')}
      aside={
        <Link to="/inbox" className={buttonClass('quiet')}>
          {t('welcome.toInbox')}
          <ArrowRight size={14} aria-hidden="true" className="rtl:rotate-180" />
        </Link>
      }
    >
      <ol className="grid gap-5 md:grid-cols-2">
        <Step number={1} title={t('welcome.writeTitle')} drawing={<ShopDrawing />}>
          <p className="text-soft">{t('welcome.writeSays')}</p>
          <a
            href={`/demo?app=${encodeURIComponent(workspace.id)}`}
            target="_blank"
            rel="noopener"
            className={buttonClass('primary', 'lg', 'mt-4')}
          >
            {t('welcome.writeButton')}
            <ExternalLink size={15} aria-hidden="true" />
          </a>
        </Step>
        <Step number={2} title={t('welcome.answerTitle')} drawing={<InboxDrawing />}>
          <Written />
        </Step>
      </ol>
      <h2 className="mt-10 mb-3 font-semibold text-md">{t('welcome.furtherTitle')}</h2>
      <ul className="grid gap-3 sm:grid-cols-3">
        <Further href="/app/shortcuts" name={t('welcome.shortcuts')} says={t('welcome.shortcutsSays')} />
        <Further href="/help" name={t('welcome.help')} says={t('welcome.helpSays')} />
        <Further href="/docs" name={t('welcome.reference')} says={t('welcome.referenceSays')} />
      </ul>
    </Page>
  )
}

/** Waits for what the customer writes, and leads to it. */
function Written() {
  const written = useFirstWritten()
  return (
    <div role="status">
      {written ? (
        <>
          <p className="text-soft">{t('welcome.answerFrom', { name: written.name })}</p>
          <blockquote className="mt-1 line-clamp-3 border-accent-line border-s-3 ps-3 text-md" dir="auto">
            {written.text}
          </blockquote>
          <Link
            to="/inbox/$view/{-$id}"
            params={{ view: 'all', id: written.id }}
            className={buttonClass('primary', 'lg', 'mt-4')}
          >
            {t('welcome.answerButton')}
            <ArrowRight size={15} aria-hidden="true" className="rtl:rotate-180" />
          </Link>
        </>
      ) : (
        <p className="flex gap-2.5 text-soft">
          <span aria-hidden="true" className="mt-1.5 size-2 shrink-0 animate-pulse rounded-full bg-accent" />
          {t('welcome.answerWaits')}
        </p>
      )}
    </div>
  )
}

const Step = ({
  number,
  title,
  drawing,
  children,
}: {
  number: number
  title: string
  drawing: ReactNode
  children: ReactNode
}) => (
  <li className="flex flex-col rounded-xl border border-line bg-raised">
    {drawing}
    <div className="flex-1 p-5">
      <h2 className="mb-2 flex items-center gap-2.5 font-semibold text-lg">
        <span
          aria-hidden="true"
          className="flex size-6 items-center justify-center rounded-full bg-accent-soft text-accent text-sm"
        >
          {number}
        </span>
        {title}
      </h2>
      {children}
    </div>
  </li>
)

const Further = ({ href, name, says }: { href: string; name: string; says: string }) => (
  <li>
    <a
      href={href}
      className="block h-full rounded-lg border border-line p-3.5 transition-colors hover:border-line-strong hover:bg-hover"
    >
      <span className="block font-medium">{name}</span>
      <span className="block text-faint text-sm">{says}</span>
    </a>
  </li>
)
