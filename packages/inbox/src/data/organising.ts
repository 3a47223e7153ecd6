import type { AnswerOf } from '@guichet/contract/operation.ts'
import { conversationAttributes } from '@guichet/contract/operations/conversation-attributes.ts'
import { dataAttributes } from '@guichet/contract/operations/data-attributes.ts'
import { labelSettings } from '@guichet/contract/operations/inbox/label-settings.ts'
import { macroSettings } from '@guichet/contract/operations/inbox/macro-settings.ts'
import { macros } from '@guichet/contract/operations/macros.ts'
import { tags } from '@guichet/contract/operations/tags.ts'
import { useQuery } from '@tanstack/react-query'
import { t } from '../text/t.ts'
import { showIn, useChange } from './change.ts'
import { call } from './client.ts'
import { queryClient } from './query.ts'
import { queryOf } from './query-of.ts'

type TagList = AnswerOf<typeof tags.list>
export type Tag = TagList['data'][number]
export type TagUse = AnswerOf<typeof labelSettings.tagUses>['data'][number]
export type Macro = AnswerOf<typeof macroSettings.list>['data'][number]
export type DataAttribute = AnswerOf<typeof dataAttributes.list>['data'][number]
export type ConversationAttribute = AnswerOf<typeof conversationAttributes.list>['data'][number]

export const useTagList = () => useQuery(queryOf(tags.list, {}))

/** What each tag is on. */
export const useTagUses = () => useQuery(queryOf(labelSettings.tagUses, {}))

export const useMakeTag = () => useChange(tags.create, { refresh: [tags.list] })

/** Gives a tag another name, which shows at once. */
export const useRenameTag = () =>
  useChange(tags.create, {
    refresh: [tags.list],
    failed: t('organising.tagNotRenamed'),
    show: (client, { body }) =>
      showIn<TagList>(client, tags.list, known => ({
        ...known,
        data: known.data.map(tag => (tag.id === body?.id ? { ...tag, name: body.name ?? tag.name } : tag)),
      })),
  })

const again = (...operations: { path: string }[]) =>
  Promise.all(operations.map(({ path }) => queryClient.invalidateQueries({ queryKey: [path] })))

export async function deleteTag(id: string): Promise<void> {
  await call(tags.delete, { params: { id } })
  await again(tags.list, labelSettings.tagUses)
}

/** Every macro, whoever sees it. */
export const useAllMacros = () => useQuery(queryOf(macroSettings.list, {}))

export const useCreateMacro = () =>
  useChange(macroSettings.create, { refresh: [macroSettings.list, macros.list] })

export const useUpdateMacro = () =>
  useChange(macroSettings.update, { refresh: [macroSettings.list, macros.list] })

export async function deleteMacro(id: string): Promise<void> {
  await call(macroSettings.delete, { params: { id } })
  await again(macroSettings.list, macros.list)
}

/** The attributes of contacts or companies, archived ones too. */
export const useDataAttributes = (model: 'contact' | 'company') =>
  useQuery(queryOf(dataAttributes.list, { query: { model, include_archived: true } }))

export const useCreateDataAttribute = () =>
  useChange(dataAttributes.create, { refresh: [dataAttributes.list] })

export const useUpdateDataAttribute = () =>
  useChange(dataAttributes.update, { refresh: [dataAttributes.list] })

/** The attributes of conversations, archived ones too. */
export const useConversationAttributes = () =>
  useQuery(queryOf(conversationAttributes.list, { query: { include_archived: true } }))

const ofConversations = { refresh: [conversationAttributes.list] }

export const useCreateConversationAttribute = () => useChange(conversationAttributes.create, ofConversations)

/** Changes an attribute; whether it is required shows at once. */
export const useUpdateConversationAttribute = () =>
  useChange(conversationAttributes.update, {
    ...ofConversations,
    show: (client, { params, body }) =>
      showIn<AnswerOf<typeof conversationAttributes.list>>(client, conversationAttributes.list, known => ({
        ...known,
        data: known.data.map(each =>
          String(each.id) === params.id ? { ...each, required: body?.required ?? each.required } : each,
        ),
      })),
  })

export const useArchiveConversationAttribute = () =>
  useChange(conversationAttributes.delete, { ...ofConversations, failed: t('settings.failed') })

export const useRestoreConversationAttribute = () =>
  useChange(labelSettings.restoreAttribute, { ...ofConversations, failed: t('settings.failed') })

export const useAddOption = () => useChange(conversationAttributes.createOption, ofConversations)

export const useArchiveOption = () =>
  useChange(conversationAttributes.deleteOption, { ...ofConversations, failed: t('settings.failed') })
