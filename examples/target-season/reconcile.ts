// The season checks itself.
import { addDays, checkCascade, handbook, prorateTarget, subtract, sumOf } from 'sales-rules'
import type { Reconciliation } from '../close-the-quarter/reconcile.js'
import { joiner, type Measure, revision, totals } from './company.js'
import { quarterOf, type Season } from './season.js'

export function reconcile(season: Season): Reconciliation[] {
  return [
    ...(['sales', 'cash', 'newCustomers'] as const).map((measure) => checkTotal(season, measure)),
    checkHead(season),
    checkMonths(season),
    checkPast(season),
    checkWeeks(season),
    checkJoiner(season),
    checkTree(season),
  ]
}

const isSame = (one: string, other: string) => /^-?0(\.0+)?$/.test(subtract(one, other))

function checkTotal({ cascades }: Season, measure: Measure): Reconciliation {
  const { payees } = cascades[measure]
  const sum = sumOf(payees.map(({ amount }) => amount))
  return {
    rule: 'what everybody carries = the target of the company, on each level',
    numbers: `${sum} ${measure}`,
    holds: isSame(sum, String(totals[measure])) && checkCascade(cascades[measure].tree).addsUp,
  }
}

/** 30% of the north: ten times the part is three times the whole. */
function checkHead({ cascades }: Season): Reconciliation {
  const north = cascades.sales.tree.children[0]
  const [part, whole] = [north?.head?.amount ?? '', north?.amount ?? '']
  const times = (amount: string, count: number) => sumOf(Array(count).fill(amount))
  return {
    rule: 'the head of the north carries 30% of it in person',
    numbers: `${part} of ${whole}`,
    holds: isSame(times(part, 10), times(whole, 3)),
  }
}

function checkMonths({ revised }: Season): Reconciliation {
  const versions = revised.flatMap((history) => history.versions)
  return {
    rule: 'the months of each version = its target',
    numbers: `${versions.length} versions`,
    holds: versions.every(({ amount, parts }) =>
      isSame(sumOf(parts.map((part) => part.amount)), amount),
    ),
  }
}

function checkPast({ set, revised }: Season): Reconciliation {
  const past = (histories: Season['set']) =>
    histories.map(({ versions }) =>
      versions.at(-1)?.parts.filter(({ from }) => from < revision.from),
    )
  return {
    rule: 'a revision changes nothing before its date',
    numbers: `${revised.filter(({ versions }) => versions.length > 1).length} revisions from ${revision.from}`,
    holds: JSON.stringify(past(set)) === JSON.stringify(past(revised)),
  }
}

function checkWeeks({ weeks, july }: Season): Reconciliation {
  const sum = sumOf(weeks.parts.map(({ amount }) => amount))
  const month = july.find(({ owner }) => owner === 'Li')?.part?.amount ?? ''
  return { rule: "the weeks of July = Li's July", numbers: sum, holds: isSame(sum, month) }
}

/** The quarters once more, each day by itself. */
function checkJoiner({ joined, set }: Season): Reconciliation {
  const sun = set.find(({ owner }) => owner === joiner.id)
  const period = '2026-Q2'
  const { target = '' } = joined.find((one) => one.period === period) ?? {}
  const days: string[] = []
  for (let day = joiner.joined; day <= '2026-06-30'; day = addDays(day, 1)) {
    const stay = { period, from: day, to: day, joined: joiner.joined }
    days.push(prorateTarget(quarterOf(sun, period), stay, handbook.targets).target)
  }
  return {
    rule: "the days of the joiner's first quarter, ramped = the quarter",
    numbers: `${days.length} days, ${target}`,
    holds: isSame(sumOf(days), target),
  }
}

/** Nobody has what the north gave up: the sum of the changes that count. */
function checkTree({ tree, revised }: Season): Reconciliation {
  const changes = revised.flatMap(({ versions }) =>
    versions.flatMap(({ change, missing }) =>
      change === null || missing.length > 0 ? [] : [change],
    ),
  )
  const given = sumOf(changes)
  const missing = checkCascade(tree).differences.map(({ remaining }) => remaining)
  return {
    rule: 'what is with nobody = the changes that were signed',
    numbers: `${missing.join(' + ')} = ${given.replace('-', '')}`,
    holds: missing.length === 1 && isSame(sumOf([...missing, given]), '0'),
  }
}
