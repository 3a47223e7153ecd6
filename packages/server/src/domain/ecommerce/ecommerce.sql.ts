import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../actor.ts'

export const insertConnector = (tx: Tx, actor: Actor, name: string): Promise<{ id: number }> =>
  tx
    .insertInto('ecommerce_connectors')
    .values({ workspace_id: actor.workspace.id, name, created_at: actor.now, updated_at: actor.now })
    .returning('id')
    .executeTakeFirstOrThrow()

/** A connector, held so that one upload at a time changes what is known of it. */
export const lockConnector = (tx: Tx, workspaceId: string, id: number): Promise<{ id: number } | undefined> =>
  tx
    .selectFrom('ecommerce_connectors')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export type ImportState = 'uploading' | 'processing' | 'completed' | 'failed'

/** The import of a connector that is under way; undefined when there is none. */
export const selectOpenImport = (tx: Tx, workspaceId: string, connectorId: number) =>
  tx
    .selectFrom('ecommerce_imports')
    .select(['id', 'state', 'updated_at'])
    .where('workspace_id', '=', workspaceId)
    .where('ecommerce_connector_id', '=', connectorId)
    .where('state', 'in', ['uploading', 'processing'])
    .executeTakeFirst()

export const insertImport = (
  tx: Tx,
  actor: Actor,
  { connectorId, state }: { connectorId: number; state: ImportState },
): Promise<{ id: number }> =>
  tx
    .insertInto('ecommerce_imports')
    .values({
      ...{ workspace_id: actor.workspace.id, ecommerce_connector_id: connectorId, state },
      ...{ created_at: actor.now, updated_at: actor.now },
    })
    .returning('id')
    .executeTakeFirstOrThrow()

export async function updateImport(
  tx: Tx,
  actor: Actor,
  id: number,
  change: { state: ImportState; product_count?: number; failures?: object[] },
): Promise<void> {
  const { failures, ...columns } = change
  await tx
    .updateTable('ecommerce_imports')
    .set({ ...columns, ...(failures && { failures: json(failures) }), updated_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .execute()
}

/** Keeps a part, in place of the same one sent before. */
export async function upsertPart(
  tx: Tx,
  workspaceId: string,
  { importId, partNumber, products }: { importId: number; partNumber: number; products: Buffer },
): Promise<void> {
  await tx
    .insertInto('ecommerce_import_parts')
    .values({
      ...{ workspace_id: workspaceId, ecommerce_import_id: importId },
      ...{ part_number: partNumber, products },
    })
    .onConflict(conflict =>
      conflict.columns(['workspace_id', 'ecommerce_import_id', 'part_number']).doUpdateSet({ products }),
    )
    .execute()
}

/** How many parts an import has so far: they are numbered from 1 without gaps. */
export async function countParts(tx: Tx, workspaceId: string, importId: number): Promise<number> {
  const { parts } = await tx
    .selectFrom('ecommerce_import_parts')
    .select(row => row.fn.countAll<number>().as('parts'))
    .where('workspace_id', '=', workspaceId)
    .where('ecommerce_import_id', '=', importId)
    .executeTakeFirstOrThrow()
  return Number(parts)
}

export const selectPart = (
  tx: Tx,
  workspaceId: string,
  { importId, partNumber }: { importId: number; partNumber: number },
): Promise<{ products: Buffer } | undefined> =>
  tx
    .selectFrom('ecommerce_import_parts')
    .select('products')
    .where('workspace_id', '=', workspaceId)
    .where('ecommerce_import_id', '=', importId)
    .where('part_number', '=', partNumber)
    .executeTakeFirst()

export async function deleteParts(tx: Tx, workspaceId: string, importId: number): Promise<void> {
  await tx
    .deleteFrom('ecommerce_import_parts')
    .where('workspace_id', '=', workspaceId)
    .where('ecommerce_import_id', '=', importId)
    .execute()
}

export const selectProcessing = (tx: Tx, workspaceId: string, importId: number) =>
  tx
    .selectFrom('ecommerce_imports')
    .select('ecommerce_connector_id as connectorId')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', importId)
    .where('state', '=', 'processing')
    .executeTakeFirst()

export interface Product {
  id: string
  title: string
  url: string
  product: object
}

export interface OfImport {
  connectorId: number
  importId: number
}

/** Keeps products, each once, the later one where two have the same id. */
export async function upsertProducts(
  tx: Tx,
  actor: Actor,
  { connectorId, importId }: OfImport,
  products: Product[],
): Promise<void> {
  if (products.length === 0) return
  const once = new Map(products.map(product => [product.id, product]))
  await tx
    .insertInto('ecommerce_products')
    .values(
      [...once.values()].map(({ product, ...columns }) => ({
        ...{ workspace_id: actor.workspace.id, ecommerce_connector_id: connectorId },
        ...{ ...columns, product: json(product), ecommerce_import_id: importId },
        ...{ created_at: actor.now, updated_at: actor.now },
      })),
    )
    .onConflict(conflict =>
      conflict.columns(['workspace_id', 'ecommerce_connector_id', 'id']).doUpdateSet({
        title: sql`excluded.title`,
        url: sql`excluded.url`,
        product: sql`excluded.product`,
        ecommerce_import_id: importId,
        updated_at: actor.now,
      }),
    )
    .execute()
}

/** What the catalog does not hold any more is gone. */
export async function deleteOtherProducts(
  tx: Tx,
  workspaceId: string,
  { connectorId, importId }: OfImport,
): Promise<void> {
  await tx
    .deleteFrom('ecommerce_products')
    .where('workspace_id', '=', workspaceId)
    .where('ecommerce_connector_id', '=', connectorId)
    .where('ecommerce_import_id', '!=', importId)
    .execute()
}
