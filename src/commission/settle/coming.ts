import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { Commission } from '../earn/computeCommission.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { AccountPeriod, AccountYear, Shares } from './account.js'
import type { PartDue } from './earnByProgress.js'
import { partsOf } from './exactTerms.js'
import { planOfBalance } from './planOfBalance.js'
import type { OpenLines } from './readBalance.js'
import type { ReadPeriod } from './readPeriodRow.js'
import type { ProgressRow } from './readProgress.js'
import type { PlanChange } from './types.js'
import type { SetAside } from './withoutFollowed.js'

/** A period to be earned, and how it comes into its year. */
export interface Coming {
  readonly read: ReadPeriod
  readonly rows: readonly ProgressRow[]
  readonly change: PlanChange | null
  /** The year before, whose lines may be refunded in this one. */
  readonly lastYear: AccountYear | null
  /** What corrections by hand add to it. */
  readonly byHand: Fraction | null
  /** Whether it is the payee's last. */
  readonly isFinal: boolean
}

/** A year with one more period. */
export interface Earned {
  readonly year: AccountYear
  readonly period: AccountPeriod
  /** The commission it rests on: the period's own, or that of the stretch to date. */
  readonly commission: Commission
  readonly given: ReadPeriod
  /** What it pays of the parts of its lines. */
  readonly parts: readonly PartDue[]
  readonly notCounted: readonly SetAside[]
}

const NO_SHARES: Shares = /* @__PURE__ */ new Map()

/** A period that has not earned anything yet. */
export function beginPeriod(
  { read, rows, change, byHand, isFinal }: Coming,
  plan: ExactPlan,
): AccountPeriod {
  return {
    read,
    rows,
    plan: planOfBalance(plan.json).digest,
    change,
    parts: partsOf(plan),
    refunds: plan.refunds,
    hasAwards: plan.awards.length > 0,
    caps: plan.cap,
    guarantee: null,
    earned: fraction.ZERO,
    cut: fraction.ZERO,
    refunded: fraction.ZERO,
    owed: fraction.ZERO,
    goesOn: false,
    isToDate: false,
    byHand,
    isFinal,
    corrected: 0,
    isFigure: false,
    capped: fraction.ZERO,
    due: fraction.ZERO,
    handed: [],
    guaranteed: fraction.ZERO,
    shares: NO_SHARES,
    lines: null,
  }
}

/** The open lines before a period, where a replay can begin with it: with a year, or with a plan. */
export function openedWith(
  { periods }: AccountYear,
  { change }: Coming,
  lines: OpenLines,
): OpenLines | null {
  return periods.length === 0 || change !== null ? new Map(lines) : null
}
