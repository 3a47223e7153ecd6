import { permission } from '../permission.ts'

export const mayReadBanners = permission('read_users_and_companies')
export const mayWriteBanners = permission('read_write_users')
