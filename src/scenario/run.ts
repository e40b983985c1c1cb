/** Long runs: how far they are, and whether they are to stop. There is no timer; the run looks by itself, now and then. */
import type { Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import type { Fields } from '../kernel/input/read.js'
import { A_CALLBACK, A_SIGNAL, RUN_STOPPED } from './issues.js'
import type { Progress } from './types.js'

/** How a run reports, and what stops it. */
export interface Run {
  readonly onProgress: ((progress: Progress) => void) | null
  readonly signal: { readonly aborted: boolean } | null
  /** It reports once for so many. */
  readonly every: number
}

/** The keys of the options of a run. */
export const RUN_KEYS = ['onProgress', 'signal'] as const

const ROWS_AT_ONCE = 1000

/** Reads the options of a run over rows. */
export function readRun(fields: Fields, issues: Issue[], every = ROWS_AT_ONCE): Run {
  const { onProgress = null, signal = null } = fields
  if (onProgress !== null && typeof onProgress !== 'function')
    issue.add(issues, issue.invalid(onProgress, ['onProgress'], A_CALLBACK))
  if (signal !== null && !isSignal(signal))
    issue.add(issues, issue.invalid(signal, ['signal'], A_SIGNAL))
  return {
    onProgress: onProgress as Run['onProgress'],
    signal: signal as Run['signal'],
    every,
  }
}

function isSignal(value: unknown): boolean {
  try {
    return typeof (value as Partial<AbortSignal>).aborted === 'boolean'
  } catch {
    // A proxy that throws.
    return false
  }
}

/** Reports that so many are done, and stops where the signal says so. */
export function reportDone(run: Run, done: number, of: number | null): void {
  if (done % run.every !== 0 && done !== of) return
  run.onProgress?.({ done, of })
  stopIfAborted(run, done, of)
}

export function stopIfAborted({ signal }: Run, done: number, of: number | null): void {
  if (signal?.aborted === true) issue.refuse(RUN_STOPPED, [], { done, of })
}
