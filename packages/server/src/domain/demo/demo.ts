import type { Tx } from '../../db/database.ts'
import { requireAdmin } from '../admin/index.ts'
import { ensureRoles } from '../role/index.ts'
import { createWorkspace } from '../workspace/index.ts'
import { type TeammateKey, teammates, teams } from './cast.ts'
import { conversationScenes } from './conversation-scenes.ts'
import { insertTeam, insertTeammate, leaveTeammates, setClientSecret } from './demo.sql.ts'
import { knowledgeScenes } from './knowledge-scenes.ts'
import { peopleScenes } from './people-scenes.ts'
import { prepareSetting } from './prepare-setting.ts'
import { actorOf, DAY, type Stage } from './stage.ts'
import { ticketScenes } from './ticket-scenes.ts'
import { workspaceScenes } from './workspace-scenes.ts'

/** The id of the workspace that the first start makes. */
export const DEMO_WORKSPACE = 'demo2026'

/** The client secret of the demo's app, no secret at all: with it an app proves itself when it reports on parts. */
export const DEMO_CLIENT_SECRET = 'a-demo-keeps-no-secrets'

/** The demo as a workspace to try things in. */
export interface DemoSandbox {
  of: string | null
  name: string
}

/** Creates the workspace of Brindille, a small company that sells garden kits for cities, with a year of its story. */
export async function seedDemo(
  tx: Tx,
  { workspaceId, now, sandbox }: { workspaceId: string; now: number; sandbox?: DemoSandbox },
): Promise<void> {
  const stage = await setStage(tx, workspaceId, now, sandbox)
  await prepareSetting(stage)
  const scenes = [
    ...peopleScenes(stage),
    ...conversationScenes(stage),
    ...(await ticketScenes(stage)),
    ...knowledgeScenes(stage),
    ...workspaceScenes(stage),
  ]
  for (const scene of scenes.toSorted((a, b) => a.at - b.at)) await scene.play()
  await leaveTeammates(tx, workspaceId)
}

async function setStage(
  tx: Tx,
  workspaceId: string,
  now: number,
  sandbox: DemoSandbox | undefined,
): Promise<Stage> {
  const founded = now - 420 * DAY
  const workspace = { id: workspaceId, name: sandbox?.name ?? 'Brindille', timezone: 'Europe/Paris' }
  const created = await createWorkspace(tx, {
    ...workspace,
    owner: teammates.camille,
    now: founded,
    ...(sandbox && { sandbox }),
  })
  await setClientSecret(tx, workspaceId, DEMO_CLIENT_SECRET)
  const actor = actorOf(workspace, created, founded)
  const roles = await ensureRoles(tx, workspaceId, founded)
  const hire = async (key: TeammateKey) => {
    const { role, ...person } = teammates[key]
    const hired = { ...person, roleId: roles[role] }
    return requireAdmin(tx, actor, String(await insertTeammate(tx, workspaceId, hired, founded)))
  }
  const people = {
    camille: await requireAdmin(tx, actor, String(created.ownerId)),
    noor: await hire('noor'),
    leo: await hire('leo'),
    hana: await hire('hana'),
    fin: await requireAdmin(tx, actor, String(created.botId)),
  }
  const found = ({ members, ...team }: (typeof teams)['care']) =>
    insertTeam(tx, workspaceId, { ...team, members: members.map(key => people[key].id) }, founded)
  return {
    ...{ tx, workspace, appId: created.appId, now, teammates: people },
    teams: { care: await found(teams.care), orders: await found(teams.orders) },
    ...{ contacts: new Map(), companies: new Map(), tags: new Map() },
  }
}
