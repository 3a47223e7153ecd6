export { signInWithPassword } from './sign-in.ts'
