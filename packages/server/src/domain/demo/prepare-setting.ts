import { createAttribute } from '../conversation-attribute/index.ts'
import { createDataAttribute } from '../data-attribute/index.ts'
import { createSegment } from '../segment/index.ts'
import { createOrFindTag } from '../tag/index.ts'
import { createWorkflow } from '../workflow-export/index.ts'
import { insertAwayReasons, insertSubscriptionType } from './demo.sql.ts'
import {
  awayReasons,
  conversationAttributes,
  dataAttributes,
  segments,
  subscriptionTypes,
  tags,
} from './setting.ts'
import { acting, DAY, type Stage } from './stage.ts'
import { workflow } from './workflows.ts'

/** Gives the workspace its attributes, tags, segments and choices, as its owner did when it was founded. */
export async function prepareSetting(stage: Stage): Promise<void> {
  const { tx, workspace } = stage
  const actor = acting(stage, 'camille', stage.now - 410 * DAY)
  for (const attribute of dataAttributes) await createDataAttribute(tx, actor, attribute)
  for (const attribute of conversationAttributes) await createAttribute(tx, actor, attribute)
  for (const name of tags) stage.tags.set(name, (await createOrFindTag(tx, actor, name)).id)
  for (const segment of segments) await createSegment(tx, actor, segment)
  await insertAwayReasons(tx, workspace.id, awayReasons, actor.now)
  for (const type of subscriptionTypes) await insertSubscriptionType(tx, workspace.id, type, actor.now)
  await createWorkflow(tx, actor, workflow)
}
