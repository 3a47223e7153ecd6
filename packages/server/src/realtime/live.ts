import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import type { Actor, Workspace } from '../domain/actor.ts'
import type { Presence } from '../domain/presence/index.ts'
import type { EventSignals } from '../events/event-signals.ts'
import type { Log } from '../log.ts'
import { Attendance } from './attendance.ts'
import type { Fanout } from './fanout.ts'
import { type Reader, Room, TURNS } from './room.ts'
import { frame, type Streamer } from './sink.ts'
import { tellEvents } from './tell.ts'

interface LiveOf {
  database: Database
  signals: EventSignals
  fanout: Fanout
  clock: Clock
  publicUrl: string | undefined
  log: Log
}

/** The streams that teammates and customers hold open, and what is told to them: events of the log, and who is there. */
export class Live {
  readonly #of: LiveOf
  readonly #rooms = new Map<string, { room: Room; leave: () => void }>()
  readonly #attendance = new Attendance()
  readonly #beat: NodeJS.Timeout
  #turn = 0

  constructor(of: LiveOf) {
    this.#of = of
    of.fanout.hear(message => this.#hear(JSON.parse(message)))
    this.#beat = setInterval(() => this.beat(), BEAT_MS / TURNS).unref()
  }

  /** The stream of a teammate or of a contact, behind a sequence or from now on. */
  stream(actor: Actor, since: number | undefined): Streamer {
    const { contact, workspace, adminId } = actor
    const reader: Reader = contact ? { contactId: contact.id } : { adminId }
    return sink => {
      const room = this.#roomOf(workspace)
      sink.onClose(() => this.#leaveIfEmpty(workspace.id))
      room.join(sink, reader, since).catch(error => {
        this.#fault(error)
        sink.end()
      })
      if (contact) return
      for (const presence of this.#attendance.within(workspace.id, performance.now()))
        sink.write(frame('presence', shown(presence)))
    }
  }

  /** Says what somebody does at a conversation. `contactIds` are those of its contacts, who are told when a teammate types. */
  announce(presence: Presence, contactIds: string[]): void {
    this.#of.fanout.publish(JSON.stringify({ presence, contactIds } satisfies Announcement))
  }

  /** Shows that a part of the streams live, the next one each time, and lets go of who has left without a word. */
  beat(): void {
    this.#turn = (this.#turn + 1) % TURNS
    for (const { room } of this.#rooms.values()) room.beat(this.#turn)
    for (const presence of this.#attendance.sweep(performance.now())) this.#show(presence, [])
  }

  /** Ends every stream. */
  close(): void {
    clearInterval(this.#beat)
    for (const { room, leave } of this.#rooms.values()) {
      leave()
      room.close()
    }
    this.#rooms.clear()
  }

  #roomOf(workspace: Workspace): Room {
    const known = this.#rooms.get(workspace.id)
    if (known) return known.room
    const { database, signals } = this.#of
    const room = new Room({
      workspace,
      read: database.read,
      tell: (of, events, contacts) => tellEvents({ read: database.read, ...this.#of }, of, events, contacts),
      onFault: error => this.#fault(error),
    })
    const leave = signals.subscribe(() => room.look(), workspace.id)
    this.#rooms.set(workspace.id, { room, leave })
    return room
  }

  #leaveIfEmpty(workspaceId: string): void {
    const known = this.#rooms.get(workspaceId)
    if (!known?.room.isEmpty) return
    known.leave()
    this.#rooms.delete(workspaceId)
  }

  #hear({ presence, contactIds }: Announcement): void {
    if (this.#attendance.note(presence, performance.now())) this.#show(presence, contactIds)
  }

  /** Teammates see who is where; customers see that somebody types to them, and not who looks. */
  #show(presence: Presence, contactIds: string[]): void {
    const room = this.#rooms.get(presence.workspaceId)?.room
    const bytes = frame('presence', shown(presence))
    const { who, conversationId, doing } = presence
    room?.broadcast(bytes, reader => 'adminId' in reader)
    if (who.kind !== 'teammate' || doing === 'viewing') return
    const typing = frame('typing', {
      conversation_id: conversationId,
      typing: doing === 'typing',
      name: who.name,
    })
    room?.broadcast(typing, reader => 'contactId' in reader && contactIds.includes(reader.contactId))
  }

  #fault(error: unknown): void {
    this.#of.log.error({ err: error }, 'a stream could not be told')
  }
}

interface Announcement {
  presence: Presence
  contactIds: string[]
}

const shown = ({ conversationId, who, doing }: Presence) => ({ conversation_id: conversationId, who, doing })

/** Proxies take a stream for dead after half a minute of silence or more. */
const BEAT_MS = 15_000
