import { inbox } from '@guichet/contract/operations/inbox/inbox.ts'
import { type InboxViewRequest, inboxViews } from '@guichet/contract/operations/inbox/inbox-views.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { t } from '../text/t.ts'
import { call } from './client.ts'
import { type KeptView, keptViewsQuery } from './views.ts'

export type NewView = Static<typeof InboxViewRequest>

/** Keeps a view, or changes the one of an id. */
export function useKeepView(id?: string) {
  const refresh = useRefreshViews()
  return useMutation({
    mutationFn: (body: NewView): Promise<KeptView> =>
      id === undefined
        ? call(inboxViews.create, { body })
        : call(inboxViews.update, { params: { id }, body }),
    onSuccess: refresh,
  })
}

/** Gives up a view. */
export function useDropView() {
  const refresh = useRefreshViews()
  return useMutation({
    mutationFn: (id: string) => call(inboxViews.delete, { params: { id } }),
    meta: { failed: t('inbox.actFailed') },
    // Whoever looks at it has to be led away before it is gone.
    onSuccess: () => void refresh(),
  })
}

function useRefreshViews(): () => Promise<unknown> {
  const client = useQueryClient()
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: keptViewsQuery.queryKey }),
      client.invalidateQueries({ queryKey: [inbox.count.path] }),
    ])
}
