import type { AnswerOf } from '@guichet/contract/operation.ts'
import { awayStatusReasons } from '@guichet/contract/operations/away-status-reasons.ts'
import { awayReasons } from '@guichet/contract/operations/inbox/away-reasons.ts'
import { useQuery } from '@tanstack/react-query'
import { t } from '../text/t.ts'
import { showIn, useChange } from './change.ts'
import { queryOf } from './query-of.ts'

type Reasons = AnswerOf<typeof awayStatusReasons.list>
export type AwayReason = Reasons['data'][number]

const refresh = [awayStatusReasons.list]

/** Every reason to be away, those that were deleted too. */
export const useAwayReasons = () => useQuery(queryOf(awayStatusReasons.list, {}))

export const useCreateReason = () => useChange(awayReasons.create, { refresh })

/** Changes a reason, which shows at once. */
export const useUpdateReason = () =>
  useChange(awayReasons.update, {
    refresh,
    failed: t('settings.failed'),
    show: (client, { params, body }) =>
      showIn<Reasons>(client, awayStatusReasons.list, known => ({
        ...known,
        data: known.data.map(each => (each.id === params.id ? { ...each, ...body } : each)),
      })),
  })

/** Puts the reasons in an order, which shows at once. */
export const useOrderReasons = () =>
  useChange(awayReasons.order, {
    refresh,
    failed: t('settings.failed'),
    show: (client, { body: { ids } }) =>
      showIn<Reasons>(client, awayStatusReasons.list, known => ({
        ...known,
        data: known.data.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)),
      })),
  })

/** Whether a reason has to be given. */
export const useReasonRules = () => useQuery(queryOf(awayReasons.rules, {}))

export const useSetReasonRules = () =>
  useChange(awayReasons.setRules, {
    refresh: [awayReasons.rules],
    failed: t('settings.failed'),
    show: (client, { body }) =>
      showIn<AnswerOf<typeof awayReasons.rules>>(client, awayReasons.rules, known => ({
        ...known,
        mandatory: body.mandatory,
      })),
  })
