import { permission } from '../permission.ts'

export const mayReadSubscriptions = permission('read_subscriptions')
export const mayWriteSubscriptions = permission('write_subscriptions')
