/** A question that is asked of many tokens in the same moment, such as by the streams of a turn, and answered for all of them at once. */
export class AskedTogether {
  readonly #answer: (tokens: string[], now: number) => Promise<ReadonlySet<string>>
  #asked: { tokens: string[]; yes: Promise<ReadonlySet<string>> } | undefined

  /** `answer` says for which of some tokens it is so. */
  constructor(answer: (tokens: string[], now: number) => Promise<ReadonlySet<string>>) {
    this.#answer = answer
  }

  async ask(token: string, now: number): Promise<boolean> {
    const asked = this.#asked ?? this.#begin(now)
    asked.tokens.push(token)
    return (await asked.yes).has(token)
  }

  #begin(now: number): { tokens: string[]; yes: Promise<ReadonlySet<string>> } {
    const tokens: string[] = []
    const yes = Promise.resolve().then(() => {
      this.#asked = undefined
      return this.#answer(tokens, now)
    })
    this.#asked = { tokens, yes }
    return this.#asked
  }
}
