/** A message to all processes of a server, this one included. It is gone once it is told. */
export interface Fanout {
  publish(message: string): void
  /** Hears of every message; one hearer a process. */
  hear(hearer: (message: string) => void): void
  close(): Promise<void>
}

/** The fan-out of a server of one process. */
export function localFanout(): Fanout {
  let heard = (_message: string): void => {}
  return {
    publish: message => heard(message),
    hear: hearer => {
      heard = hearer
    },
    close: async () => {},
  }
}
