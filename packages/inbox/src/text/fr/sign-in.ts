import type { Translated } from '../catalog.ts'
import type { signIn as english } from '../en/sign-in.ts'

export const signIn: Translated<typeof english> = {
  title: 'x',
}
