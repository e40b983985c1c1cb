import type { DefinedCommissionPlan } from '../../../commission/index.js'
import * as attempts from '../../../kernel/input/attempt.js'
import * as fraction from '../../../kernel/number/fraction.js'
import { conditions } from '../conditions.js'
import { type Convention, conventions } from '../conventions.js'
import type { Finding, LintOptions, LintReport, NotChecked } from '../types.js'
import { idleSpanCaps, otherSpans } from './caps.js'
import { conditionsOfPlan } from './conditionsOfPlan.js'
import { cappedTiers, idleCap, idleTiers, shutTiers } from './deadTiers.js'
import { type Lane, lanesOf, payOf, type TriedPlan, tryPlan } from './lanes.js'
import { splitOrders } from './orders.js'
import { payAboveSales, payFalls, payRises } from './payShape.js'
import { movedOrder, periodLeftOpen } from './timing.js'

type Look = (lane: Lane, tried: TriedPlan) => Finding[]

/** What each scale is looked at for, and the plan's own besides. */
const OF_SCALES: readonly Look[] = [
  payFalls,
  payRises,
  payAboveSales,
  idleTiers,
  shutTiers,
  cappedTiers,
]
const OF_PLAN: readonly Look[] = [idleCap, idleSpanCaps, movedOrder, periodLeftOpen]

/** Lints a commission plan: what it pays at all of its kinks, what its conditions ask for, and which conventions it takes. */
export function lintCommission(plan: DefinedCommissionPlan, { payee }: LintOptions): LintReport {
  const tried = tryPlan(plan, payee)
  const asked = conditions(conditionsOfPlan(tried))
  const report: Report = {
    findings: [...asked.findings, ...otherSpans(plan)],
    notChecked: [...asked.notChecked],
  }
  const lanes = lanesOf(tried)
  const [own] = lanes as [Lane, ...Lane[]]
  const first = attempts.attempt(() => payOf(own, fraction.HUNDRED, tried))
  if (first.ok) {
    for (const one of OF_SCALES) look(one, lanes, tried, report)
    for (const one of OF_PLAN) look(one, [own], tried, report)
    report.findings.push(...splitOrders(tried))
  } else {
    report.notChecked.push({ path: own.path, issues: first.issues })
  }
  report.findings.push(...conventions(choicesOf(plan)))
  return report
}

interface Report {
  readonly findings: Finding[]
  readonly notChecked: NotChecked[]
}

/** More of one kind would tell nobody anything. */
const MOST_FINDINGS = 20

/** Looks at scale after scale, until enough was found; one that the rules refuse is named. */
function look(one: Look, lanes: readonly Lane[], tried: TriedPlan, report: Report): void {
  let found = 0
  for (const lane of lanes) {
    if (found >= MOST_FINDINGS) return
    const outcome = attempts.attempt(() => one(lane, tried))
    if (outcome.ok) {
      report.findings.push(...outcome.value.slice(0, MOST_FINDINGS - found))
      found += outcome.value.length
    } else if (report.notChecked.every(({ path }) => path !== lane.path)) {
      report.notChecked.push({ path: lane.path, issues: outcome.issues })
    }
  }
}

function choicesOf({ scale, rounding, gate }: DefinedCommissionPlan): Convention[] {
  const { negative } = scale
  return [
    {
      path: ['scale', 'negative'],
      given: negative === 'zero' ? negative : undefined,
      usual: 'mirror',
    },
    { path: ['rounding', 'mode'], given: rounding.mode, usual: 'half-up' },
    { path: ['gate', 'counts'], given: gate?.counts, usual: 'all' },
  ]
}
