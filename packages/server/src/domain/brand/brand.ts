import { errors, problem } from '@guichet/contract/errors.ts'
import type { Brand } from '@guichet/contract/models/brand.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { permission } from '../permission.ts'
import {
  type BrandDefaults,
  type BrandRow,
  insertBrand,
  selectBrandDefaults,
  selectBrands,
  selectWorkspaceBrand,
} from './brand.sql.ts'

type BrandView = Static<typeof Brand>

const mayRead = permission('read_brands')

/** Every brand, the default one first: its id is the workspace's. */
export async function listBrands(tx: Tx, actor: Actor): Promise<{ type: 'list'; data: BrandView[] }> {
  mayRead(actor)
  const [rows, workspace, defaults] = await Promise.all([
    selectBrands(tx, actor.workspace.id),
    selectWorkspaceBrand(tx, actor.workspace.id),
    selectBrandDefaults(tx, actor.workspace.id),
  ])
  const isDefault = (row: { id: string }) => row.id === workspace.id
  const first = rows.find(isDefault) ?? { ...workspace, ...UNSET }
  const all = [first, ...rows.filter(row => !isDefault(row))]
  return { type: 'list', data: all.map(row => view(actor, row, defaults)) }
}

const UNSET = { help_center_id: null, default_address_settings_id: null }

/** One brand; 404 when there is none. */
export async function findBrand(tx: Tx, actor: Actor, id: string): Promise<BrandView> {
  const brand = (await listBrands(tx, actor)).data.find(each => each.id === id)
  if (!brand) throw problem(errors.brandNotFound)
  return brand
}

export interface BrandInput {
  name: string
  /** Makes it the default brand in place of the bare workspace. */
  isDefault?: boolean
  helpCenterId?: number
  defaultAddressSettingsId?: number
}

/** Makes a brand, which settings do and no call; answers its id. */
export async function createBrand(tx: Tx, actor: Actor, input: BrandInput): Promise<string> {
  const row = await insertBrand(tx, actor, {
    ...(input.isDefault && { id: actor.workspace.id }),
    name: input.name,
    help_center_id: input.helpCenterId ?? null,
    default_address_settings_id: input.defaultAddressSettingsId ?? null,
  })
  return row.id
}

const view = (actor: Actor, row: BrandRow, defaults: BrandDefaults): BrandView => ({
  type: 'brand',
  id: row.id,
  name: row.name,
  is_default: row.id === actor.workspace.id,
  created_at: row.created_at,
  updated_at: row.updated_at,
  help_center_id: text(row.help_center_id ?? defaults.helpCenterId),
  default_address_settings_id: text(row.default_address_settings_id ?? addressOf(actor, row, defaults)),
})

/** The first address of a brand, or of the workspace for one that has none. */
function addressOf(actor: Actor, { id }: BrandRow, { addresses }: BrandDefaults): number | null {
  const own = addresses.find(({ brand_id }) => (brand_id ?? actor.workspace.id) === id)
  return (own ?? addresses[0])?.id ?? null
}

const text = (id: number | null): string | null => (id === null ? null : String(id))
