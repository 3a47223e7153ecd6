import { createArticle } from '../article/index.ts'
import { createBanner } from '../banner/index.ts'
import { createCollection } from '../collection/index.ts'
import { createSnippet } from '../content-snippet/index.ts'
import { createInternalArticle } from '../internal-article/index.ts'
import { createNewsItem, listNewsfeeds } from '../news/index.ts'
import { type ArticleStory, articles, banner, news, playbook, shelves, snippet } from './knowledge.ts'
import { acting, DAY, named, type Scene, type Stage } from './stage.ts'

type Actor = ReturnType<typeof acting>

/** How the help center was filled, and what else the company knows and tells. */
export function knowledgeScenes(stage: Stage): Scene[] {
  const places = new Map<string, number>()
  return [
    ...Object.entries(shelves).map(([key, shelf]) =>
      scene(stage, 395, async actor => void places.set(key, await putUp(stage, actor, shelf))),
    ),
    ...articles.map(story => scene(stage, story.days, actor => write(stage, actor, story, places), story.by)),
    scene(stage, 200, actor => brief(stage, actor), 'leo'),
    scene(stage, 15, actor => announce(stage, actor)),
  ]
}

/** Something a teammate did some days before the end of the story. */
function scene(
  stage: Stage,
  days: number,
  play: (actor: Actor) => Promise<void>,
  by: Parameters<typeof acting>[1] = 'camille',
): Scene {
  const at = Math.trunc(stage.now - days * DAY)
  return { at, play: () => play(acting(stage, by, at)) }
}

async function putUp(
  stage: Stage,
  actor: Actor,
  shelf: (typeof shelves)[keyof typeof shelves],
): Promise<number> {
  const { name, description, french } = shelf
  const translated_content = { fr: { name: french } }
  return Number((await createCollection(stage.tx, actor, { name, description, translated_content })).id)
}

async function write(
  stage: Stage,
  actor: Actor,
  { shelf, title, description, markdown, state, french }: ArticleStory,
  places: Map<string, number>,
): Promise<void> {
  await createArticle(stage.tx, actor, {
    ...{ title, description, body_markdown: markdown, state, author_id: actor.adminId },
    parent_ids: [named(places, shelf)],
    ...(french && {
      translated_content: { fr: { title: french.title, body_markdown: french.markdown, state: 'published' } },
    }),
  })
}

async function brief(stage: Stage, actor: Actor): Promise<void> {
  const forAgents = { ai_chatbot_availability: true, ai_copilot_availability: true }
  await createInternalArticle(stage.tx, actor, {
    ...{ title: playbook.title, body_markdown: playbook.markdown, ai_copilot_availability: true },
    ...{ author_id: actor.adminId, owner_id: actor.adminId },
  })
  await createSnippet(stage.tx, actor, {
    title: snippet.title,
    body_markdown: snippet.markdown,
    ...forAgents,
  })
}

async function announce(stage: Stage, actor: Actor): Promise<void> {
  const { data } = await listNewsfeeds(stage.tx, actor, {})
  await createNewsItem(stage.tx, actor, {
    ...{ ...news, sender_id: actor.adminId, state: 'live', labels: ['New'], reactions: ['🍄', '😋'] },
    newsfeed_assignments: data.map(({ id }) => ({ newsfeed_id: Number(id), published_at: actor.now })),
  })
  await createBanner(stage.tx, actor, banner)
}
