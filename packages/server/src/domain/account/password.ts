import { problem } from '@guichet/contract/errors.ts'
import { signInErrors } from '@guichet/contract/sign-in-errors.ts'
import { hash, verify } from '@node-rs/argon2'

const SHORTEST = 10
/** Argon2 takes any length; nobody types this much. */
const LONGEST = 512

/** What OWASP asks of argon2id: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** A password as it is compared: composed, so that one keyboard's accents are another's. 422 for one too short to keep. */
export function readPassword(given: string): string {
  const password = given.normalize('NFKC')
  if (password.length < SHORTEST || new Set(password).size < 4) throw problem(signInErrors.passwordWeak)
  if (password.length > LONGEST) throw problem(signInErrors.passwordLong)
  return password
}

/** The argon2id hash of a password that `readPassword` let pass. */
export const hashPassword = (password: string): Promise<string> => hash(password, COST)

/** Whether a password is the one of a hash. Takes as long where there is no hash: who has an account is nobody's to find out. */
export async function verifyPassword(kept: string | null | undefined, given: string): Promise<boolean> {
  if (given.length > LONGEST) return false
  noPassword ??= hash('nobody has this one', COST)
  const matches = await verify(kept ?? (await noPassword), given.normalize('NFKC'))
  return matches && kept !== null && kept !== undefined
}

let noPassword: Promise<string> | undefined
