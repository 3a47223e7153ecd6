import { model, Type } from '../schema.ts'

export const IpAllowlist = model('ip_allowlist', {
  type: Type.Literal('ip_allowlist'),
  enabled: Type.Boolean(),
  ip_allowlist: Type.Array(Type.String()),
})
