import { saveCompany } from '../company/index.ts'
import { createContact } from '../contact/index.ts'
import { submitEvent } from '../event/index.ts'
import { attachContact } from '../membership/index.ts'
import { noteCompany, noteContact } from '../noting/index.ts'
import { createOrTag, tagContact } from '../tagging/index.ts'
import { createVisitor } from '../visitor/index.ts'
import { type Cast, companies, contacts, VISITOR_USER_ID } from './cast.ts'
import { crowd } from './crowd.ts'
import { placeContact } from './demo.sql.ts'
import { events, notes } from './life.ts'
import { acting, DAY, HOUR, named, type Scene, type Stage } from './stage.ts'

/** How contacts and companies came to be, what they did, and what was written down about them. */
export function peopleScenes(stage: Stage): Scene[] {
  return [
    ...Object.entries(companies).map(([key, request], at) =>
      scene(stage, 405 - at, async actor => {
        const company = await saveCompany(stage.tx, actor, request)
        stage.companies.set(key, company.id)
        if (request.plan === 'Rooftop')
          await createOrTag(stage.tx, actor, { name: 'B2B', companies: [{ id: company.id }] })
      }),
    ),
    ...[...Object.entries(contacts), ...crowd()].map(([key, cast]) =>
      scene(stage, cast.since, actor => meet(stage, actor, key, cast)),
    ),
    scene(stage, 2, async actor => void (await createVisitor(stage.tx, actor, { userId: VISITOR_USER_ID }))),
    scene(stage, 1, async actor => void (await createVisitor(stage.tx, actor))),
    ...events.map(([who, name, days, metadata]) =>
      scene(stage, days, actor =>
        submitEvent(stage.tx, actor, {
          ...{ id: named(stage.contacts, who), event_name: name, created_at: actor.now, metadata },
        }),
      ),
    ),
    ...notes.map(({ on, by, days, body }) =>
      scene(
        stage,
        days,
        async actor => {
          const contact = stage.contacts.get(on)
          const note = { body, adminId: undefined }
          if (contact) await noteContact(stage.tx, actor, contact, note)
          else await noteCompany(stage.tx, actor, named(stage.companies, on), note)
        },
        by,
      ),
    ),
  ]
}

type Actor = ReturnType<typeof acting>

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

async function meet(stage: Stage, actor: Actor, key: string, cast: Cast): Promise<void> {
  const { tx, workspace, now } = stage
  const { request, company, tags = [], seen } = cast
  const times = { last_seen_at: Math.max(actor.now, now - seen * HOUR) }
  const { id } = await createContact(tx, actor, {
    ...{ ...request, ...times },
    ...(request.role === 'user' && { signed_up_at: actor.now }),
  })
  stage.contacts.set(key, id)
  await placeContact(tx, workspace.id, id, cast)
  if (company) await attachContact(tx, actor, { contactId: id, companyId: named(stage.companies, company) })
  for (const tag of tags) await tagContact(tx, actor, { contactId: id, tagId: named(stage.tags, tag) })
}
