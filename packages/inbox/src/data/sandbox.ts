import type { AnswerOf } from '@guichet/contract/operation.ts'
import { sessions } from '@guichet/contract/operations/inbox/sessions.ts'
import {
  type AddFaultRequest,
  type CreateSandboxRequest,
  type MoveClockRequest,
  sandbox,
} from '@guichet/contract/operations/sandbox.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { t } from '../text/t.ts'
import { call } from './client.ts'
import { queryOf } from './query-of.ts'

export type Fault = AnswerOf<typeof sandbox.addFault>

export const useSandboxClock = () =>
  useQuery({ ...queryOf(sandbox.findClock, {}), refetchInterval: 5_000, staleTime: 0 })

export const useFaults = () =>
  useQuery({ ...queryOf(sandbox.listFaults, {}), refetchInterval: 5_000, staleTime: 0 })

export function useCreateSandbox() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Static<typeof CreateSandboxRequest>) => call(sandbox.create, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: [sessions.me.path] }),
  })
}

/** Whatever moves a sandbox may change everything in it: all that is kept here is asked for anew. */
function useMoving<V, A>(move: (of: V) => Promise<A>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: move,
    meta: { failed: t('developer.failed') },
    onSuccess: () => client.invalidateQueries(),
  })
}

export const useMoveClock = () =>
  useMoving((body: Static<typeof MoveClockRequest>) => call(sandbox.moveClock, { body }))

export const useResetSandbox = () => useMoving(() => call(sandbox.reset, {}))

export const useKeepSeed = () => useMoving(() => call(sandbox.seed, {}))

export const useAddFault = () =>
  useMoving((body: Static<typeof AddFaultRequest>) => call(sandbox.addFault, { body }))

/** Switches one fault off, or all of them. */
export const useRemoveFault = () =>
  useMoving(async (id: string | 'all') => {
    if (id === 'all') await call(sandbox.clearFaults, {})
    else await call(sandbox.removeFault, { params: { id } })
  })
