import { model, nullable, Timestamp, Type } from '../schema.ts'
import { listOf } from './list.ts'

const token = {
  type: Type.Literal('access_token'),
  id: Type.String(),
  label: nullable(Type.String()),
  /** Permissions by name, or `all`. */
  scopes: Type.Array(Type.String()),
  /** The app it is of, and the teammate it acts as. */
  app_id: Type.String(),
  app_name: Type.String(),
  admin_id: Type.String(),
  admin_name: Type.String(),
  created_at: Timestamp(),
  expires_at: nullable(Timestamp()),
  revoked_at: nullable(Timestamp()),
}

/** What lets a program in, without what it shows to be let in. Not one of the original's objects. */
export const AccessToken = model('access_token', token)

export const AccessTokenList = listOf('access_token_list', AccessToken)

/** A token that was just made: the only time that it is told. */
export const NewAccessToken = model('new_access_token', { ...token, token: Type.String() })
