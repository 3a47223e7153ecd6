let context: AudioContext | undefined

/**
 * Two soft notes for what was said, once however many pages of this browser hear of it. Browsers let nothing sound before somebody
 * has touched the messenger.
 */
export function chimeFor(id: string): void {
  if (!navigator.userActivation?.hasBeenActive) return
  if (!navigator.locks) chime()
  void navigator.locks?.request(`guichet.chime.${id}`, { ifAvailable: true }, async lock => {
    if (!lock) return
    chime()
    await new Promise(done => setTimeout(done, 2000))
  })
}

function chime(): void {
  context ??= new AudioContext()
  for (const [at, pitch] of [
    [0, 660],
    [0.11, 880],
  ] as const) {
    const start = context.currentTime + at
    const [tone, loudness] = [context.createOscillator(), context.createGain()]
    tone.frequency.value = pitch
    loudness.gain.setValueAtTime(0, start)
    loudness.gain.linearRampToValueAtTime(0.07, start + 0.015)
    loudness.gain.exponentialRampToValueAtTime(0.0001, start + 0.32)
    tone.connect(loudness).connect(context.destination)
    tone.start(start)
    tone.stop(start + 0.34)
  }
}
