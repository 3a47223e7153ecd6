import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { unpackCatalog } from './catalog-file.ts'
import {
  deleteOtherProducts,
  deleteParts,
  type OfImport,
  type Product,
  selectPart,
  selectProcessing,
  updateImport,
  upsertProducts,
} from './ecommerce.sql.ts'

const BATCH = 500
const MOST_FAILURES = 100

/**
 * Makes an uploaded catalog that of its connector: products are added and changed, those it does not hold are gone.
 * A product that cannot be one is passed over and noted.
 */
export async function importCatalog(tx: Tx, actor: Actor, request: unknown): Promise<null> {
  const importId = importOf(request)
  const found = await selectProcessing(tx, actor.workspace.id, importId)
  if (!found) return null
  const of = { connectorId: found.connectorId, importId }
  const failures: object[] = []
  let count = 0
  for (let partNumber = 1; ; partNumber += 1) {
    const part = await selectPart(tx, actor.workspace.id, { importId, partNumber })
    if (!part) break
    count += await keepAll(tx, actor, of, await unpackCatalog(part.products), failures)
  }
  await deleteOtherProducts(tx, actor.workspace.id, of)
  await deleteParts(tx, actor.workspace.id, importId)
  await updateImport(tx, actor, importId, {
    ...{ state: 'completed', product_count: count, failures: failures.slice(0, MOST_FAILURES) },
  })
  return null
}

async function keepAll(
  tx: Tx,
  actor: Actor,
  of: OfImport,
  items: unknown[],
  failures: object[],
): Promise<number> {
  const products: Product[] = []
  for (const [index, item] of items.entries()) {
    const product = readProduct(item)
    if (typeof product === 'string') failures.push({ index, message: product })
    else products.push(product)
  }
  for (let at = 0; at < products.length; at += BATCH)
    await upsertProducts(tx, actor, of, products.slice(at, at + BATCH))
  return products.length
}

/** A product, or what keeps it from being one. */
function readProduct(item: unknown): Product | string {
  if (typeof item !== 'object' || item === null) return 'is not an object'
  const { id, title, url } = fieldsOf(item)
  if (!isText(id, 255)) return 'id is missing or too long'
  if (!isText(title, 2000)) return 'title is missing or too long'
  if (!isText(url, 4096) || !URL.canParse(url) || !url.startsWith('https://'))
    return 'url is not an https URL'
  const text = JSON.stringify(item)
  if (text.includes('\\u0000') || !text.isWellFormed()) return 'holds a character that cannot be stored'
  return { id, title, url, product: item }
}

const fieldsOf = (item: object): Record<string, unknown> => ({ ...item })

const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= longest

function importOf(request: unknown): number {
  const id = typeof request === 'object' && request !== null && 'import_id' in request ? request.import_id : 0
  if (typeof id !== 'number') throw new Error('the job of a catalog names no import')
  return id
}
