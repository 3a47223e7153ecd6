interface Threaded {
  message_id: string
  direction: string
}

/** What threads another mail for programs, from those there are, the newest first. */
export function threadHeaders(thread: Threaded[]): Record<string, string> {
  const ids = thread.map(({ message_id }) => message_id).filter(id => id !== '')
  const answered = thread.find(({ direction, message_id }) => direction === 'in' && message_id !== '')
  const parent = answered?.message_id ?? ids[0]
  if (parent === undefined) return {}
  // The beginning of the thread and its end: the middle may go (RFC 5322, 3.6.4, asks for all that fit).
  const chain = ids.toReversed().filter(id => id !== parent)
  const kept = chain.length > MOST ? [...chain.slice(0, 1), ...chain.slice(1 - MOST)] : chain
  return { 'In-Reply-To': parent, References: [...kept, parent].join(' ') }
}

const MOST = 20
