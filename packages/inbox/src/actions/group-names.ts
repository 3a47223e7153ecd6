import type { PlainKey } from '../text/t.ts'
import type { ActionGroup } from './actions.ts'

/** What the groups of actions are called. */
export const GROUP_NAMES = {
  here: 'app.here',
  goTo: 'app.goTo',
  everywhere: 'app.everywhere',
  preferences: 'app.preferences',
} as const satisfies Record<ActionGroup, PlainKey>
