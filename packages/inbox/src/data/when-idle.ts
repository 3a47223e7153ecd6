/** Runs something once the browser has drawn what there is and has nothing to do. Returns how to give it up. */
export function whenIdle(run: () => void): () => void {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(run, 300)
    return () => clearTimeout(timer)
  }
  const handle = window.requestIdleCallback(run, { timeout: 2_000 })
  return () => window.cancelIdleCallback(handle)
}
