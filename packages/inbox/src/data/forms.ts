import { forms } from '@guichet/contract/operations/inbox/forms.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { t } from '../text/t.ts'
import { call } from './client.ts'
import { conversationQuery } from './conversations.ts'

/** Writes a message with a form to a customer. */
export function useSendForm(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { body: string; attributes: string[] }) => call(forms.send, { params: { id }, body }),
    meta: { failed: t('inbox.actFailed') },
    onSettled: () => client.invalidateQueries({ queryKey: conversationQuery(id).queryKey }),
  })
}
