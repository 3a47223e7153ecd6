import type { Tx } from '../db/database.ts'
import type { Workspace } from '../domain/actor.ts'
import type { LoggedEvent } from '../events/logged-event.ts'
import { readEvents, readStream } from '../events/read-events.sql.ts'
import { frame, HEARTBEAT, type Sink } from './sink.ts'

/** Who reads a stream: a teammate hears of everything, a contact of what is theirs to see. */
export type Reader = { adminId: number } | { contactId: string }

/** What an event is to those who hear of it. */
export interface Told {
  sequence: number
  /** To teammates; nothing where it is none of their business. */
  teammates: Uint8Array | undefined
  /** To contacts, by who they are. */
  contacts: Map<string, Uint8Array>
}

export interface RoomOf {
  workspace: Workspace
  read: Tx
  tell(workspace: Workspace, events: LoggedEvent[], contacts: ReadonlySet<string>): Promise<Told[]>
  onFault(error: unknown): void
}

/**
 * The open streams of one workspace in this process. Each event is read and written down once, whoever hears of it. Streams are
 * told in the order of the log and without a gap: what was before a stream joined is read for it alone, and it joins the others in
 * the moment that it has caught up with them.
 */
export class Room {
  readonly #of: RoomOf
  readonly #streams = new Map<Sink, Listening>()
  /** Streams that are being told of what was before they came. */
  #joining = 0
  /** How far all the streams have been told. */
  #at: number | undefined
  #due = false
  #running = false
  /** So that not all show at once that they live. */
  #turns = 0

  constructor(of: RoomOf) {
    this.#of = of
  }

  get isEmpty(): boolean {
    return this.#streams.size === 0 && this.#joining === 0
  }

  /** Opens a stream behind a sequence, or from now on. */
  async join(sink: Sink, reader: Reader, since: number | undefined): Promise<void> {
    this.#joining += 1
    try {
      await this.#catchUp(sink, reader, since)
    } finally {
      this.#joining -= 1
    }
    this.look()
  }

  async #catchUp(sink: Sink, reader: Reader, since: number | undefined): Promise<void> {
    let open = true
    sink.onClose(() => {
      open = false
      this.#streams.delete(sink)
    })
    const { last, trimmedTo } = await readStream(this.#of.read, this.#of.workspace.id)
    let at = since === undefined || since > last ? last : since
    // What is not kept any more cannot be told: the reader has to look at everything again.
    if (at < trimmedTo) at = last
    sink.write(frame('hello', { sequence: at, resumed: at === since }, at))
    while (open) {
      if (this.#at === undefined || this.#streams.size === 0) this.#at = at
      if (at >= this.#at) break
      const events = await readEvents(this.#of.read, this.#of.workspace.id, at, PAGE)
      const listening = { reader, from: at, turn: 0 }
      for (const told of await this.#tellOf(events, [listening])) write(sink, listening, told)
      at = events.at(-1)?.sequence ?? this.#at
    }
    if (open) this.#streams.set(sink, { reader, from: at, turn: this.#turns++ % TURNS })
  }

  /** There may be news. */
  look(): void {
    this.#due = true
    if (!this.#running) void this.#run()
  }

  /** Writes a frame that is no event of the log, such as that somebody types. */
  broadcast(bytes: Uint8Array, isFor: (reader: Reader) => boolean): void {
    for (const [sink, { reader }] of this.#streams) if (isFor(reader)) sink.write(bytes)
  }

  /** Shows that some of the streams live, those of one turn, and ends those whose readers are not welcome any more. */
  beat(turn: number): void {
    for (const [sink, listening] of this.#streams) {
      if (listening.turn !== turn) continue
      sink.write(HEARTBEAT)
      void sink.isWelcome().then(welcome => welcome || sink.end(), this.#of.onFault)
    }
  }

  close(): void {
    for (const sink of this.#streams.keys()) sink.end()
    this.#streams.clear()
  }

  async #run(): Promise<void> {
    this.#running = true
    while (this.#due && !this.isEmpty) {
      this.#due = false
      await this.#tellAll().catch(error => {
        this.#of.onFault(error)
      })
    }
    this.#running = false
  }

  async #tellAll(): Promise<void> {
    for (let more = true; more && this.#at !== undefined; ) {
      const events = await readEvents(this.#of.read, this.#of.workspace.id, this.#at, PAGE)
      const all = await this.#tellOf(events, [...this.#streams.values()])
      // From here to the end nothing is waited for, so no stream joins in the middle.
      for (const told of all) for (const [sink, listening] of this.#streams) write(sink, listening, told)
      this.#at = events.at(-1)?.sequence ?? this.#at
      more = events.length === PAGE
    }
  }

  #tellOf(events: LoggedEvent[], listening: Listening[]): Promise<Told[]> {
    if (events.length === 0) return Promise.resolve([])
    const contacts = new Set(
      listening.flatMap(({ reader }) => ('contactId' in reader ? reader.contactId : [])),
    )
    return this.#of.tell(this.#of.workspace, events, contacts)
  }
}

const PAGE = 200

/** In how many turns the streams of a room show that they live. */
export const TURNS = 15

interface Listening {
  reader: Reader
  /** What is not behind this it knows already. */
  from: number
  turn: number
}

function write(sink: Sink, { reader, from }: Listening, told: Told): void {
  if (told.sequence <= from) return
  const bytes = 'adminId' in reader ? told.teammates : told.contacts.get(reader.contactId)
  if (bytes === undefined) return
  sink.write(bytes)
  if (sink.isBehind()) sink.end()
}
