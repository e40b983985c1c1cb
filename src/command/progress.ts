import type { Io } from './io.js'
import { counted } from './words.js'

/** How far a long run is. */
export interface Progress {
  /** One row more. */
  readonly step: () => void
  readonly end: () => void
}

const LOOKED_AT = 1 << 13
const SHOWN_AFTER = 1000
const SHOWN_EVERY = 200

/** Counts rows, and says so on a terminal once a run takes more than a second. */
export function startProgress(noun: string, io: Io): Progress {
  if (io.stderr.isTTY !== true) return { step: () => {}, end: () => {} }
  const start = io.clock()
  let count = 0
  let shownAt = start + SHOWN_AFTER - SHOWN_EVERY
  let isShown = false
  return {
    step: () => {
      count += 1
      // A clock is slower than a row.
      if (count % LOOKED_AT !== 0) return
      const now = io.clock()
      if (now - shownAt < SHOWN_EVERY) return
      io.stderr.write(`\r${counted(count, noun)}…`)
      shownAt = now
      isShown = true
    },
    end: () => {
      if (isShown) io.stderr.write('\r\u001b[K')
    },
  }
}
