const MOUTHS = [
  'M8 16.5c1-2.2 2.4-3 4-3s3 .8 4 3',
  'M8.5 16c.9-1.2 2-1.7 3.5-1.7s2.6.5 3.5 1.7',
  'M8.5 15.2h7',
  'M8.2 14.2c.9 1.5 2.2 2.2 3.8 2.2s2.9-.7 3.8-2.2',
  'M7.4 13.4c.5 3 2.3 4.6 4.6 4.6s4.1-1.6 4.6-4.6z',
]
const COLORS = ['#e4572e', '#f0933a', '#f3c13a', '#a8c64a', '#4caf6d']

/** A face from the saddest, 0, to the happiest, 4. Drawn: not every machine has letters for all of them. */
export const Mood = ({ mood }: { mood: number }) => (
  <svg class="mood" viewBox="0 0 24 24" aria-hidden="true">
    <circle cx="12" cy="12" r="10" fill={COLORS[mood]} />
    <circle cx="8.6" cy="9.6" r="1.3" />
    <circle cx="15.4" cy="9.6" r="1.3" />
    <path d={MOUTHS[mood]} class={mood === 4 ? 'grin' : ''} />
  </svg>
)
