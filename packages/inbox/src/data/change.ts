import type { AnswerOf, Operation } from '@guichet/contract/operation.ts'
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { type CallOf, call } from './client.ts'

/**
 * A change by one operation. What it changes can be shown before the server has answered: `show` says how, and gives back what
 * takes it back. After it, what other operations answered is asked anew.
 */
export function useChange<O extends Operation>(
  operation: O,
  {
    refresh = [],
    failed,
    show,
  }: {
    refresh?: readonly { path: string }[]
    /** What could not be done, for a toast; without it the caller tells by itself. */
    failed?: string
    show?: (client: QueryClient, of: CallOf<O>) => (() => void) | undefined
  } = {},
) {
  const client = useQueryClient()
  return useMutation<AnswerOf<O>, Error, CallOf<O>, (() => void) | undefined>({
    mutationFn: of => call(operation, of),
    ...(failed !== undefined && { meta: { failed } }),
    onMutate: async of => {
      if (!show) return undefined
      await Promise.all(refresh.map(({ path }) => client.cancelQueries({ queryKey: [path] })))
      return show(client, of)
    },
    onError: (_error, _of, takeBack) => takeBack?.(),
    onSettled: () => Promise.all(refresh.map(({ path }) => client.invalidateQueries({ queryKey: [path] }))),
  })
}

/** Changes what was answered by an operation, and gives back what undoes that. For `show` of a change. */
export function showIn<T>(client: QueryClient, { path }: { path: string }, by: (known: T) => T): () => void {
  const before = client.getQueriesData<T>({ queryKey: [path] })
  client.setQueriesData<T>({ queryKey: [path] }, known => known && by(known))
  return () => {
    for (const [key, known] of before) client.setQueryData(key, known)
  }
}
