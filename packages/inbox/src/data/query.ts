import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { t } from '../text/t.ts'
import { toast } from '../ui/toast.tsx'
import { Refusal, reasonOf } from './refusal.ts'
import { signInAddress } from './sign-in-address.ts'

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** What could not be done, such as `The reply was not sent`; without it the caller tells by itself. */
      failed?: string
    }
  }
}

/** What was loaded stays shown while it is loaded anew; what cannot be changed by asking again is not asked again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 30 * 60_000,
      networkMode: 'always',
      retry: (failures, error) => failures < 2 && (!(error instanceof Refusal) || error.status === 0),
    },
    mutations: { networkMode: 'always' },
  },
  queryCache: new QueryCache({ onError: leaveIfSignedOut }),
  mutationCache: new MutationCache({
    onError: (error, _variables, _context, mutation) => {
      leaveIfSignedOut(error)
      const { failed } = mutation.meta ?? {}
      if (failed) toast({ title: failed, says: reasonOf(error), failed: true })
    },
  }),
})

/** A session that ended elsewhere leads to signing in again, and from there back; drafts are kept meanwhile. */
function leaveIfSignedOut(error: unknown): void {
  if (isSignedOut(error) && !window.location.pathname.startsWith('/app/sign-in'))
    window.location.assign(signInAddress())
}

export const isSignedOut = (error: unknown): boolean =>
  error instanceof Refusal && error.status === 401 && error.code === 'unauthorized'

/** What was asked for is not there, so that asking again is of no use. */
export const isGone = (error: unknown): boolean => error instanceof Refusal && error.status === 404

/** The words for an error that a page shows in place of what it wanted. */
export const saysFor = (error: unknown): { title: string; says: string } =>
  isGone(error)
    ? { title: t('app.notFound'), says: t('app.notFoundSays') }
    : { title: t('app.failed'), says: reasonOf(error) }
