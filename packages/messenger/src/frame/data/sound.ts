let context: AudioContext | undefined

/** Two soft notes. Browsers let nothing sound before somebody has touched the messenger. */
export function chime(): void {
  if (!navigator.userActivation?.hasBeenActive) return
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
