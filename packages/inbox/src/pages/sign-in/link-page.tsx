import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { reasonOf } from '../../data/refusal.ts'
import { FrontPage } from '../../parts/front-page.tsx'
import { t } from '../../text/t.ts'
import { SkeletonLines } from '../../ui/states.tsx'

/** A page that a mailed link leads to: what it is for, or why it no longer holds. */
export function LinkPage<Offer>({
  title,
  offer,
  again,
  children,
}: {
  title: string
  offer: { data: Offer | undefined; error: unknown }
  /** Where another link is had, in place of one that no longer holds. */
  again?: ReactNode
  children: (offer: Offer) => ReactNode
}) {
  if (offer.data !== undefined) return children(offer.data)
  return (
    <FrontPage title={title}>
      {offer.error ? (
        <>
          <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger">
            {reasonOf(offer.error)}
          </p>
          {again && <div className="mt-5">{again}</div>}
          <p className="mt-5 text-center">
            <Link to="/sign-in" className="text-accent underline underline-offset-2">
              {t('signIn.back')}
            </Link>
          </p>
        </>
      ) : (
        <SkeletonLines label={t('app.loading')} />
      )}
    </FrontPage>
  )
}
