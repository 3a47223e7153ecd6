import { permission } from '../permission.ts'

export const mayReadBanners = permission('read_users_and_companies')
export const mayWriteBanners = permission('read_write_users')

/** Making banners is work on content, as all else that is said to many. */
export const mayReadContent = permission('read_content')
export const mayWriteContent = permission('write_content')
