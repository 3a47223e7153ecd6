import { account } from './account.ts'
import { app } from './app.ts'
import { inbox } from './inbox.ts'
import { people } from './people.ts'
import { signIn } from './sign-in.ts'
import { tickets } from './tickets.ts'

export const fr = { account, app, inbox, people, signIn, tickets }
