import { invalid, missing } from '@guichet/contract/errors.ts'
import type { Brand } from '@guichet/contract/models/brand.ts'
import type {
  CreateBrandRequest,
  UpdateBrandRequest,
} from '@guichet/contract/operations/inbox/brand-settings.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { permission } from '../permission.ts'
import { deleteBrandRow, insertBrand, isOwn, selectBrands, upsertBrand } from './brand.sql.ts'
import { findBrand } from './brand.ts'

type View = Static<typeof Brand>

const mayManage = permission('manage_workspace')

/** Makes a brand beside the default one. 400 for no name, and for a help center or address that is not there. */
export async function addBrand(
  tx: Tx,
  actor: Actor,
  request: Static<typeof CreateBrandRequest>,
): Promise<View> {
  mayManage(actor)
  const { id } = await insertBrand(tx, actor, {
    name: readName(request.name),
    help_center_id: await readOwn(tx, actor, 'help_centers', request.help_center_id),
    default_address_settings_id: await readOwn(
      tx,
      actor,
      'email_settings',
      request.default_address_settings_id,
    ),
  })
  return findBrand(tx, actor, id)
}

/** Changes what a request names of a brand; 404 for no such brand. */
export async function updateBrand(
  tx: Tx,
  actor: Actor,
  { id, request }: { id: string; request: Static<typeof UpdateBrandRequest> },
): Promise<View> {
  mayManage(actor)
  const shown = await findBrand(tx, actor, id)
  const kept = (await selectBrands(tx, actor.workspace.id)).find(each => each.id === id)
  const { name, help_center_id, default_address_settings_id } = request
  await upsertBrand(tx, actor, {
    ...{ id, name: name === undefined ? shown.name : readName(name) },
    help_center_id:
      help_center_id === undefined
        ? (kept?.help_center_id ?? null)
        : await readOwn(tx, actor, 'help_centers', help_center_id),
    default_address_settings_id:
      default_address_settings_id === undefined
        ? (kept?.default_address_settings_id ?? null)
        : await readOwn(tx, actor, 'email_settings', default_address_settings_id),
  })
  return findBrand(tx, actor, id)
}

/** Deletes a brand; 400 for the default one, which is the workspace itself. */
export async function deleteBrand(tx: Tx, actor: Actor, id: string): Promise<void> {
  mayManage(actor)
  const brand = await findBrand(tx, actor, id)
  if (brand.is_default) throw invalid('The default brand cannot be deleted')
  await deleteBrandRow(tx, actor.workspace.id, id)
}

async function readOwn(
  tx: Tx,
  actor: Actor,
  table: 'help_centers' | 'email_settings',
  id: string | null | undefined,
): Promise<number | null> {
  if (id === null || id === undefined) return null
  const field = table === 'help_centers' ? 'help_center_id' : 'default_address_settings_id'
  const key = numericId(id)
  if (key === undefined || !(await isOwn(tx, actor.workspace.id, table, key)))
    throw invalid(`${field} names nothing that is there`, field)
  return key
}

function readName(given: string): string {
  const name = given.trim()
  if (name === '') throw missing('name')
  if (name.length > LONGEST_NAME) throw invalid(`name may have at most ${LONGEST_NAME} characters`, 'name')
  return name
}

const LONGEST_NAME = 255
