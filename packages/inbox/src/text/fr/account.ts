import type { Translated } from '../catalog.ts'
import type { account as english } from '../en/account.ts'

export const account: Translated<typeof english> = {
  title: 'x',
}
