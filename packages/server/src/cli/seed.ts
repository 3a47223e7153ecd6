import { seconds, systemClock } from '../clock.ts'
import { DEMO_WORKSPACE, seedDemo } from '../domain/demo/index.ts'
import { issueToken } from '../domain/token/index.ts'
import { findOwner } from '../domain/workspace/index.ts'
import type { Command } from './command.ts'
import { readOptions } from './command.ts'
import { checkFree } from './new-workspace.ts'
import { withDatabase } from './with-database.ts'

export const seed: Command = {
  usage: [`seed [--workspace <id, ${DEMO_WORKSPACE} when left out>]`],
  async run(args, config) {
    const { given } = readOptions(args, ['workspace'])
    const workspaceId = given.workspace ?? DEMO_WORKSPACE
    const now = seconds(systemClock)
    const { token } = await withDatabase(config, database =>
      database.unguarded.transaction(async tx => {
        await checkFree(tx, workspaceId)
        await seedDemo(tx, { workspaceId, now })
        const { appId, adminId } = await findOwner(tx, workspaceId)
        return issueToken(tx, { workspaceId, appId, adminId, label: 'made by seed', scopes: ['all'], now })
      }),
    )
    console.log(`Workspace ${workspaceId} has demo data. Its access token, shown this once:\n\n  ${token}\n`)
  },
}
