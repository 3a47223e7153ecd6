import { IpAllowlist } from '../models/ip-allowlist.ts'
import { family } from '../operation.ts'
import { model, optional, Type } from '../schema.ts'

export const IpAllowlistRequest = model('ip_allowlist_request', {
  enabled: optional(Type.Boolean()),
  ip_allowlist: optional(Type.Array(Type.String())),
})

export const ipAllowlist = family({
  find: {
    method: 'GET',
    path: '/ip_allowlist',
    since: '2.14',
    until: '2.16',
    scope: 'manage_ip_allowlist',
    summary: 'Addresses that may call',
    answer: IpAllowlist,
  },
  update: {
    method: 'PUT',
    path: '/ip_allowlist',
    since: '2.14',
    until: '2.16',
    scope: 'manage_ip_allowlist',
    summary: 'Set the addresses that may call',
    body: IpAllowlistRequest,
    bodyOptional: true,
    answer: IpAllowlist,
  },
})
