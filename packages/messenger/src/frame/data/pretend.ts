import type { Pretence } from '../../protocol/messages.ts'
import { speak } from '../text/t.ts'
import { paint } from './colors.ts'
import { type Contact, change, type Home } from './store.ts'

/** Draws what a messenger would be with these settings, for whoever sets it up: nobody is known, and the server is asked for nothing. */
export async function pretend({ settings: own, language, workspaceName, faces }: Pretence): Promise<void> {
  await speak([language], own.languages)
  paint(own.color, {})
  const at = own.spaces.includes('home') ? 'home' : (own.spaces[0] ?? 'messages')
  // To be seen by nobody, it listens to nothing.
  change({
    ...{ settings: own, contact: NOBODY, route: { at }, trail: [] },
    ...{ home: homeOf(workspaceName, faces), conversations: [], tickets: [], news: [], collections: [] },
  })
}

const homeOf = (workspace_name: string, team: Home['team']): Home => ({
  ...{
    type: 'messenger_home',
    workspace_name,
    team,
    is_open: true,
    opens_at: null,
    articles: [],
    news: null,
  },
})

const NOBODY: Contact = {
  ...{ type: 'messenger_contact', id: 'nobody', role: 'visitor', name: null, email: null, user_id: null },
}
