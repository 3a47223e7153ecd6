import { errors, invalid, missing, problem } from '@guichet/contract/errors.ts'
import type { ManagedBanner, ManagedBannerList } from '@guichet/contract/models/managed-banner.ts'
import type { BannerRequest } from '@guichet/contract/operations/inbox/outbound-banners.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import { articleBody } from '../../text/article-html.ts'
import { toPlain } from '../../text/html.ts'
import type { Actor } from '../actor.ts'
import { readAim } from '../audience/index.ts'
import { mayReadContent, mayWriteContent } from './banner.policy.ts'
import {
  type BannerPatch,
  deleteBannerRow,
  insertBanner,
  type ManagedRow,
  selectBanners,
  updateBannerRow,
} from './manage.sql.ts'
import { viewManaged } from './managed.view.ts'

type Managed = Static<typeof ManagedBanner>
type Request = Static<typeof BannerRequest>

/** Every banner of the workspace with what happened to it, those changed last first. */
export async function listBanners(tx: Tx, actor: Actor): Promise<Static<typeof ManagedBannerList>> {
  mayReadContent(actor)
  return { type: 'list', data: await viewManaged(tx, actor, await selectBanners(tx, actor.workspace.id)) }
}

/** One banner; 404 when there is none. */
export async function findBanner(tx: Tx, actor: Actor, id: string): Promise<Managed> {
  mayReadContent(actor)
  const [view] = await viewManaged(tx, actor, [await requireBanner(tx, actor, id)])
  if (!view) throw problem(errors.notFound)
  return view
}

/** Makes a banner, which nobody is shown until it is started. */
export async function makeBanner(tx: Tx, actor: Actor, request: Request): Promise<Managed> {
  mayWriteContent(actor)
  if (request.body === undefined) throw missing('body')
  return findBanner(tx, actor, String(await insertBanner(tx, actor, await readRequest(tx, actor, request))))
}

/** Changes a banner; those who are shown it see the change. */
export async function changeBanner(
  tx: Tx,
  actor: Actor,
  { id, request }: { id: string; request: Request },
): Promise<Managed> {
  mayWriteContent(actor)
  const banner = await requireBanner(tx, actor, id)
  await updateBannerRow(tx, actor, banner.id, await readRequest(tx, actor, request))
  return findBanner(tx, actor, id)
}

/** Shows a banner from now on; 400 for one that says nothing. */
export async function startBanner(tx: Tx, actor: Actor, id: string): Promise<Managed> {
  mayWriteContent(actor)
  const banner = await requireBanner(tx, actor, id)
  if (toPlain(banner.body ?? '').trim() === '')
    throw invalid('A banner that says nothing cannot be started', 'body')
  if (banner.state !== 'live')
    await updateBannerRow(tx, actor, banner.id, { state: 'live', started_at: actor.now, stopped_at: null })
  return findBanner(tx, actor, id)
}

/** Shows a banner no longer. */
export async function stopBanner(tx: Tx, actor: Actor, id: string): Promise<Managed> {
  mayWriteContent(actor)
  const banner = await requireBanner(tx, actor, id)
  if (banner.state === 'live')
    await updateBannerRow(tx, actor, banner.id, { state: 'stopped', stopped_at: actor.now })
  return findBanner(tx, actor, id)
}

export async function deleteBanner(tx: Tx, actor: Actor, id: string): Promise<void> {
  mayWriteContent(actor)
  const { id: key } = await requireBanner(tx, actor, id)
  await deleteBannerRow(tx, actor.workspace.id, key)
}

/** Makes a live banner, for an audience or for everybody: what a workspace begins with. */
export function createBanner(
  tx: Tx,
  actor: Actor,
  banner: { title?: string; body: string; audienceId?: number; action?: Managed['action'] },
): Promise<number> {
  return insertBanner(tx, actor, {
    ...{ state: 'live', started_at: actor.now, title: banner.title ?? null, body: articleBody(banner.body) },
    ...{ action: banner.action ?? null, audience_id: banner.audienceId ?? null },
  })
}

async function requireBanner(tx: Tx, actor: Actor, id: string): Promise<ManagedRow> {
  const key = numericId(id)
  const [row] = key === undefined ? [] : await selectBanners(tx, actor.workspace.id, key)
  if (!row) throw problem(errors.notFound)
  return row
}

async function readRequest(tx: Tx, actor: Actor, request: Request): Promise<BannerPatch> {
  const { title, body, style, position, show_dismiss_button, action } = request
  if ((title?.length ?? 0) > 255) throw invalid('title must be at most 255 characters long', 'title')
  if ((body?.length ?? 0) > LONGEST) throw invalid(`body must be at most ${LONGEST} characters long`, 'body')
  return {
    ...(title !== undefined && { title: title?.trim() || null }),
    ...(body !== undefined && { body: articleBody(body) }),
    ...(style !== undefined && { style }),
    ...(position !== undefined && { position }),
    ...(show_dismiss_button !== undefined && { show_dismiss_button }),
    ...(action !== undefined && { action: action && readAction(action) }),
    ...(await readAim(tx, actor, request)),
  }
}

const LONGEST = 10_000

function readAction({ type, label, target, reactions = [] }: NonNullable<Request['action']>) {
  if (type === 'link') {
    if (!label?.trim()) throw missing('action.label')
    if (label.length > 100) throw invalid('action.label must be at most 100 characters long', 'action')
    if (!target || target.length > 2048 || !/^(https?:|mailto:)/i.test(target) || !URL.canParse(target))
      throw invalid('action.target must be an address of the web or of mail', 'action')
  } else if (reactions.length === 0 || reactions.length > 10 || reactions.some(each => !isShort(each)))
    throw invalid('action.reactions must be from 1 to 10 emojis', 'action')
  const set = type === 'reaction' ? [...new Set(reactions)] : []
  return {
    ...{ type, label: type === 'link' ? label : null, target: type === 'link' ? target : null },
    reaction_set: set.map((unicode_emoticon, index) => ({ index, unicode_emoticon })),
    ...{ tour_id: null, tour_url: null },
  }
}

const isShort = (emoji: string): boolean => emoji.trim() !== '' && emoji.length <= 32
