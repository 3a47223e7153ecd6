import type { Happening } from '../../events/append.ts'

const of = (adminId: number) => ({ type: 'admin', id: String(adminId) })

export const loggedIn = (adminId: number): Happening => ({ topic: 'admin.logged_in', object: of(adminId) })

export const loggedOut = (adminId: number): Happening => ({ topic: 'admin.logged_out', object: of(adminId) })
