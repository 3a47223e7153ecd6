import { createHash, randomBytes } from 'node:crypto'

/** A new token of a messenger; only its hash is kept. */
export const newMessengerToken = (): string => `gms_${randomBytes(32).toString('base64url')}`

export const hashMessengerToken = (token: string): Buffer => createHash('sha256').update(token).digest()
