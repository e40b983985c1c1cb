/** One line of the table: some work done by us and by somebody else, and the ratio that we promise. */
export interface Comparison {
  readonly work: string
  readonly against: string
  /** `at-most`: our figure over theirs. `at-least`: theirs over ours, so many times as fast. */
  readonly bound: { readonly 'at-most': number } | { readonly 'at-least': number }
  /** What the figures are. Without it, the time a call takes; with it, the call measures and returns the figure itself. */
  readonly unit?: 'ms' | 'kB' | 'MB'
  readonly prepare: () => Prepared | Promise<Prepared>
}

/** Both sides with their data at hand. */
export interface Prepared {
  readonly subject: () => unknown
  readonly reference: () => unknown
  /** Throws where the two sides do not come to the same results; called before anything is timed. */
  readonly check: () => void | Promise<void>
}

/** What came out: medians of all rounds, in the unit of the comparison. */
export interface Measured {
  readonly subject: number
  readonly reference: number
}
