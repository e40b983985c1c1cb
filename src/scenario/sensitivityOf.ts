import type { Issue, PolicyReference } from '../kernel/index.js'
import { attempt } from '../kernel/input/attempt.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import type { Fraction } from '../kernel/number/fraction.js'
import * as fraction from '../kernel/number/fraction.js'
import { numbersOf, type PolicyNumber } from '../policy/internal.js'
import { type Baseline, baselineOf, compareWith } from './baseline.js'
import { figureOf } from './figureOf.js'
import { nameRefused } from './figuresOf.js'
import { TOO_MUCH_WORK } from './issues.js'
import { changedBy, isText, raisesOf } from './raise.js'
import { RUN_KEYS, readRun, reportDone } from './run.js'
import type {
  InputOf,
  NotComputedRow,
  RosterRow,
  RowCounts,
  RunOptions,
  ScenarioPolicy,
  Totals,
} from './types.js'

/** A number of the policy that is a little higher, and what the total is then. */
export interface RaisedNumber extends RowCounts {
  /** As {@link withValue} takes it: `scale.tiers.first.rate`. */
  readonly path: string
  readonly value: number | string
  /** What it is raised to. */
  readonly raised: number | string
  readonly totals: Totals
}

export interface Sensitivity {
  readonly policy: PolicyReference
  readonly unit: string
  /** Of all rows, as the policy is. */
  readonly total: string
  /** The numbers by which anybody gains or loses, from the largest change of the total, up or down. */
  readonly numbers: readonly RaisedNumber[]
  /** The paths of the numbers that change nothing for anybody. */
  readonly unchanged: readonly string[]
  /** The numbers that cannot be raised on their own, such as weights that have to add up to 100. */
  readonly notRaised: readonly {
    readonly path: string
    readonly value: number | string
    readonly issues: readonly Issue[]
  }[]
  /** How many rows the policy as it is cannot compute: they are in no total. */
  readonly refused: number
  /** The first 1,000 of these. */
  readonly notComputed: readonly NotComputedRow[]
}

/**
 * Which number of a policy matters most: by how much the total of all rows changes where each number alone is 1% higher.
 *
 * A 0 is raised to 0.01. A number that makes no policy then is raised by one step of its last decimal: 2 decimals to 3. Each of `numbers` is what
 * {@link sweep} says of that one value; use {@link sweep} for larger changes, and for those downward. A text that only looks like a number, such as
 * the product "4711", is none.
 *
 * @throws SalesRulesError `VALUE_INVALID` for a policy that says nothing of a row, `ID_DUPLICATE`, `VALUE_UNREADABLE` for a policy of more than 447
 *   numbers, or less with many rows (numbers × rows above ten million), `RUN_STOPPED`; where no row can be computed, as {@link comparePolicies} does.
 *
 * @example The first rate matters most
 * ```ts
 * import { handbook } from 'sales-rules'
 * import { sensitivityOf } from 'sales-rules/scenario'
 *
 * const roster = [
 *   { id: 'Ann', input: { sales: '1500000', target: '1200000' } },
 *   { id: 'Ben', input: { sales: '700000', target: '650000' } },
 * ]
 * const { total, numbers, unchanged } = sensitivityOf(roster, handbook.commission)
 * total // => '71000.00'
 * numbers[0]?.path // => 'scale.tiers.first.rate'
 * numbers[0]?.raised // => '0.0303'
 * numbers.map(({ totals }) => totals.difference) // => ['510.00', '200.00', '-100.00']
 * unchanged.includes('gate.attainment') // => true
 * ```
 */
export function sensitivityOf<Policy extends ScenarioPolicy>(
  rows: Iterable<RosterRow<InputOf<Policy>>>,
  policy: Policy,
  options: RunOptions = {},
): Sensitivity {
  const issues: Issue[] = []
  const run = readRun(read.options(options, ['options'], RUN_KEYS, issues) ?? {}, issues, 1)
  issue.refuseIfAny(issues)
  const baseline = baselineOf(rows, policy, run)
  const numbers = numbersOf(policy)
  if (numbers.length * (numbers.length * DEFINING + baseline.roster.ids.length) > MOST_WORK)
    issue.refuse(TOO_MUCH_WORK, ['rows'], { limit: MOST_WORK })
  const tried: Tried[] = []
  for (const [index, number] of numbers.entries()) {
    if (!isText(number, policy)) tried.push(raise(number, policy, baseline))
    reportDone(run, index + 1, numbers.length)
  }
  return writeSensitivity(tried, baseline)
}

/** Each number defines the policy anew, which takes as long as so many rows for each of its numbers, and computes all rows by it. */
const DEFINING = 50
const MOST_WORK = 10_000_000

/** What became of a number: it was raised, or why it cannot be. */
type Tried = RaisedNumber | Sensitivity['notRaised'][number]

function raise(number: PolicyNumber, policy: ScenarioPolicy, baseline: Baseline): Tried {
  const { path, value } = number
  let refused: readonly Issue[] = []
  for (const edit of raisesOf(number)) {
    const changed = attempt(() => {
      const { raised, measure } = changedBy(edit, policy)
      return { path, value, raised, ...compareWith(baseline, measure) }
    })
    if (changed.ok) return changed.value
    if (refused.length === 0) refused = changed.issues
  }
  return { path, value, issues: refused }
}

function writeSensitivity(
  tried: readonly Tried[],
  { measure, roster, now }: Baseline,
): Sensitivity {
  const raised = tried.filter((one) => 'raised' in one)
  const isChange = ({ gain, lose, refused }: RaisedNumber) =>
    gain + lose > 0 || refused > now.refused.size
  return {
    policy: measure.policy,
    unit: measure.unit,
    total: compareWith({ measure, roster, now }, measure).totals.now,
    numbers: raised.filter(isChange).sort((a, b) => fraction.compare(sizeOf(b), sizeOf(a))),
    unchanged: raised.filter((one) => !isChange(one)).map(({ path }) => path),
    notRaised: tried.filter((one) => 'issues' in one),
    refused: now.refused.size,
    notComputed: nameRefused(roster, now.refused),
  }
}

function sizeOf({ totals }: RaisedNumber): Fraction {
  return fraction.absolute(figureOf(totals.difference))
}
