import { account } from './account.ts'
import { app } from './app.ts'
import { inbox } from './inbox.ts'
import { people } from './people.ts'
import { signIn } from './sign-in.ts'
import { tickets } from './tickets.ts'

/** The texts of the app in English, by area. Other languages are held against these. */
export const en = { account, app, inbox, people, signIn, tickets } as const
