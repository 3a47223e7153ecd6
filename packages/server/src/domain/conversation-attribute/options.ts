import { errors, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { mayWriteAttributes } from './conversation-attribute.policy.ts'
import { type AttributeRow, relabelValues, updateRow } from './conversation-attribute.sql.ts'
import { type AttributeView, viewAttribute } from './conversation-attribute.view.ts'
import {
  type LabelRequest,
  newLabel,
  newOption,
  type Option,
  readLabel,
  readOptions,
  refused,
  requireFew,
  requireTwo,
} from './option.ts'
import { requireAttributeToChange } from './require-attribute.ts'

/** Adds an option to a list attribute. */
export async function addOption(
  tx: Tx,
  actor: Actor,
  { attributeId, request }: { attributeId: string; request: LabelRequest },
): Promise<AttributeView> {
  const { row, options } = await requireList(tx, actor, attributeId)
  const label = newLabel(options, readLabel(request))
  requireFew(options.length + 1)
  return save(tx, actor, row, [...options, newOption(label)])
}

/** Gives an option another label, in the conversations that have it too. */
export async function renameOption(
  tx: Tx,
  actor: Actor,
  { attributeId, optionId, request }: { attributeId: string; optionId: string; request: LabelRequest },
): Promise<AttributeView> {
  const { row, options } = await requireList(tx, actor, attributeId)
  const option = requireOption(options, optionId)
  const others = options.filter(each => each !== option)
  const label = newLabel(others, readLabel(request))
  await relabelValues(tx, actor.workspace.id, row.name, { from: option.value, to: label })
  return save(
    tx,
    actor,
    row,
    options.map(each => (each === option ? { ...option, value: label } : each)),
  )
}

/** Archives an option, of which two live ones must stay; it is told on, as archived. */
export async function archiveOption(
  tx: Tx,
  actor: Actor,
  { attributeId, optionId }: { attributeId: string; optionId: string },
): Promise<AttributeView> {
  const { row, options } = await requireList(tx, actor, attributeId)
  const option = requireOption(options, optionId)
  if (option.archived) return viewAttribute(row)
  const after = options.map(each => (each === option ? { ...option, archived: true } : each))
  requireTwo(after)
  return save(tx, actor, row, after)
}

async function requireList(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<{ row: AttributeRow; options: Option[] }> {
  mayWriteAttributes(actor)
  const row = await requireAttributeToChange(tx, actor, id)
  if (row.data_type !== 'list') throw refused('Options can only be managed on list attributes')
  return { row, options: readOptions(row.options) }
}

function requireOption(options: Option[], id: string): Option {
  const option = options.find(each => each.id === id.toLowerCase())
  if (!option) throw problem(errors.listOptionNotFound)
  return option
}

async function save(tx: Tx, actor: Actor, row: AttributeRow, options: Option[]): Promise<AttributeView> {
  return viewAttribute(await updateRow(tx, actor, row.id, { options }))
}
