/** Something the person at the keyboard can put right: its message is all they are shown. */
export class Complaint extends Error {}

/** The code of a failed system call or statement, such as `EACCES` or `28P01`. */
export function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined
}

/** What went wrong in a few words. Errors about several addresses at once have no message of their own. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message || codeOf(error) || 'unknown reason'
}
