import type { AppliedTag } from '@guichet/contract/models/tag.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { requireAdmin } from '../admin/index.ts'
import { requireArticleToTag } from '../article/index.ts'
import { requireSnippetToTag } from '../content-snippet/index.ts'
import { mayWriteArticles } from '../help-center/index.ts'
import { requireInternalArticleToTag } from '../internal-article/index.ts'
import { permission } from '../permission.ts'
import { applyTag, liftTag } from '../tag/index.ts'

type AppliedTagView = Static<typeof AppliedTag>

/** A piece of content and a tag. */
export interface ContentTagging {
  type: keyof typeof kinds
  id: string
  tagId: string
  adminId?: string | null | undefined
}

/** Puts a tag on content, in the name of an admin or of the token's; 404 for content or a tag that is not there. */
export async function tagContent(tx: Tx, actor: Actor, tagging: ContentTagging): Promise<AppliedTagView> {
  const on = await requireContent(tx, actor, tagging)
  const admin = await requireAdmin(tx, actor, tagging.adminId ?? undefined)
  const by = { ...actor, adminId: admin.id, scopes: 'all' as const }
  return (await applyTag(tx, by, { on, tagId: tagging.tagId })).tag
}

/** Takes a tag off content; the answer says no more who had put it there, or when. */
export async function untagContent(tx: Tx, actor: Actor, tagging: ContentTagging): Promise<AppliedTagView> {
  const on = await requireContent(tx, actor, tagging)
  const { tag } = await liftTag(tx, { ...actor, scopes: 'all' }, { on, tagId: tagging.tagId })
  return { ...tag, applied_at: null, applied_by: null }
}

/** To tag content takes the permission to write it, not the one to write tags. */
const kinds = {
  article: { mayWrite: mayWriteArticles, require: requireArticleToTag },
  internal_article: { mayWrite: mayWriteArticles, require: requireInternalArticleToTag },
  content_snippet: { mayWrite: permission('read_write_content_snippets'), require: requireSnippetToTag },
}

async function requireContent(tx: Tx, actor: Actor, { type, id }: ContentTagging) {
  kinds[type].mayWrite(actor)
  return { type, id: await kinds[type].require(tx, actor, id) }
}
