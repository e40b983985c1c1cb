/** Of several corrections of one period the last counts, in whatever order and in however many runs they come. */
import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as write from '../../kernel/number/write.js'
import * as digest from '../../kernel/policy/digest.js'
import * as time from '../../kernel/time/time.js'
import type { AccountPeriod } from './account.js'
import { asJson } from './asJson.js'
import { CORRECTED_SINCE, CORRECTED_TWICE } from './issues.js'
import type { ReadCorrection } from './readAdjustments.js'
import type { ReadPeriod } from './readPeriodRow.js'

/** Corrections without those that are given twice; amounts by hand are all taken. A period has one correction of each number. */
export function eachOnce({ path, adjustments }: ReadPeriod): ReadCorrection[] {
  const known = new Map<string, ReadCorrection>()
  const issues: Issue[] = []
  const each = adjustments.corrections.filter((one) => {
    if (one.from === null) return true
    const key = `${daysOf(one)} ${one.from.number}`
    const other = known.get(key)
    if (other === undefined) known.set(key, one)
    else if (digestOf(one) !== digestOf(other)) {
      const params = { id: one.period.name }
      issues.push(issue.at(CORRECTED_TWICE, [...path, ...one.path, 'period'], params))
    }
    return other === undefined
  })
  issue.refuseIfAny(issues)
  return each
}

/** Periods of two years may have one name. */
function daysOf({ period }: ReadCorrection): string {
  return `${period.from} ${period.to} ${period.name}`
}

/** Of what a settlement reads. */
function digestOf({ amount, from }: ReadCorrection): string {
  const own = from && [
    from.plan,
    write.decimal(from.earned),
    write.decimal(from.owed),
    asJson(from.now),
  ]
  return digest.digestOf([write.decimal(amount), own])
}

/** The last correction of each period; amounts by hand are all taken. */
export function lastOf(corrections: readonly ReadCorrection[]): ReadCorrection[] {
  const last = new Map<string, ReadCorrection>()
  for (const one of corrections) {
    const number = last.get(daysOf(one))?.from?.number ?? 0
    if (one.from !== null && one.from.number > number) last.set(daysOf(one), one)
  }
  return [...last.values(), ...corrections.filter(({ from }) => from === null)]
}

/** A correction that came before one that was taken would bring back what that put right. */
export function refuseOlder(
  corrections: readonly ReadCorrection[],
  closed: readonly AccountPeriod[],
  path: Path,
): void {
  issue.refuseIfAny(
    corrections.flatMap(({ period, from, path: own }): Issue[] => {
      const taken = closed.find(({ read }) => time.isSamePeriod(read.period, period))
      if (from === null || taken === undefined || from.number >= taken.corrected) return []
      return [issue.at(CORRECTED_SINCE, [...path, ...own, 'number'], { id: period.name })]
    }),
  )
}
