import { account } from './account.ts'
import { app } from './app.ts'
import { inbox } from './inbox.ts'
import { signIn } from './sign-in.ts'

export const fr = { account, app, inbox, signIn }
