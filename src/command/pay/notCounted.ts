import type { CommissionStatement } from '../../commission/index.js'
import { type Io, say } from '../io.js'
import { counted, reasonOf, type Voice } from '../words.js'

/** Says which lines were right and earned nothing, and why: nobody looks for them in what is paid. */
export function tellNotCounted(
  statements: readonly CommissionStatement[],
  voice: Voice,
  io: Io,
): void {
  const groups = new Map<string, { count: number; id: string; reason: string }>()
  for (const { id, issue } of statements.flatMap(({ notCounted }) => notCounted)) {
    const group = groups.get(issue.code)
    if (group) group.count += 1
    else groups.set(issue.code, { count: 1, id, reason: reasonOf(issue, voice) })
  }
  for (const { count, id, reason } of groups.values())
    say(io, `${counted(count, 'line')} not counted, first ${id}: ${reason}`)
}
