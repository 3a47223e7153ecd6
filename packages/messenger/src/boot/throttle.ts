const MOST = 20
const WITHIN_MS = 30 * 60 * 1000

/** Lets twenty calls through in half an hour: pages call `update` at every turn. */
export function throttle(): () => boolean {
  let calls: number[] = []
  return () => {
    const now = Date.now()
    calls = calls.filter(at => at > now - WITHIN_MS)
    if (calls.length >= MOST) return false
    calls.push(now)
    return true
  }
}
