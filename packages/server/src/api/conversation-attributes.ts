import { conversationAttributes } from '@guichet/contract/operations/conversation-attributes.ts'
import {
  addOption,
  archiveAttribute,
  archiveOption,
  createAttribute,
  findAttribute,
  listAttributes,
  renameOption,
  updateAttribute,
} from '../domain/conversation-attribute/index.ts'
import { handlers } from './handlers.ts'

export const conversationAttributeRoutes = handlers(conversationAttributes, {
  list: ({ tx, actor, query }) =>
    listAttributes(tx, actor, { withArchived: query.include_archived === true }),
  create: ({ tx, actor, body }) => createAttribute(tx, actor, body),
  find: ({ tx, actor, params }) => findAttribute(tx, actor, params.id),
  update: ({ tx, actor, params, body }) => updateAttribute(tx, actor, { id: params.id, request: body }),
  delete: ({ tx, actor, params }) => archiveAttribute(tx, actor, params.id),

  createOption: ({ tx, actor, params, body }) =>
    addOption(tx, actor, { attributeId: params.id, request: body }),
  updateOption: ({ tx, actor, params, body }) =>
    renameOption(tx, actor, { attributeId: params.id, optionId: params.option_id, request: body }),
  deleteOption: ({ tx, actor, params }) =>
    archiveOption(tx, actor, { attributeId: params.id, optionId: params.option_id }),
})
