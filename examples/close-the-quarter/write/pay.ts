import type { Slice } from 'sales-rules'
import type { Appraised, Following } from '../close/appraisal.js'
import type { Settled, Unsettled } from '../close/commission.js'
import type { Close } from '../close/quarter.js'
import { quarter } from '../policy.js'
import { toCsv } from './csv.js'

/** The files that payroll pays from. */
export function payFiles({ settled, unsettled, appraised }: Close): Record<string, string> {
  const statements = settled.map(({ input, statement }) => ({ input, statement }))
  return {
    'statements.json': `${JSON.stringify(statements, null, 2)}\n`,
    'statements.csv': toCsv<Settled | Unsettled>([...settled, ...unsettled], {
      rep: ({ rep }) => rep.rep,
      name: ({ rep }) => rep.name,
      period: () => quarter,
      settled: (one) => 'statement' in one,
      sales: ({ sales }) => sales.net,
      target: of((statement) => statement.target),
      attainment: of((statement) => statement.attainment),
      gate: of((statement) => statement.gate?.outcome ?? null),
      remaining: of((statement) => statement.gate?.remaining ?? null),
      forgone: of((statement) => statement.gate?.forgone ?? null),
      uplift: of((statement) => statement.coefficient?.uplift ?? null),
      commission: of((statement) => statement.amount),
      currency: of((statement) => statement.currency),
      policy: of(({ policy }) => `${policy.id} ${policy.version}`),
      reason: (one) => ('reasons' in one ? one.reasons.join(' ') : null),
    }),
    'slices.csv': toCsv(settled.flatMap(parts), {
      rep: ({ rep }) => rep,
      part: ({ part }) => part,
      from: ({ slice }) => slice?.from ?? null,
      upTo: ({ slice }) => slice?.upTo ?? null,
      rate: ({ slice }) => slice?.rate ?? null,
      base: ({ slice }) => slice?.base ?? null,
      amount: ({ amount }) => amount,
    }),
    'appraisals.csv': toCsv(appraised.flatMap(indicators), {
      rep: ({ one }) => one.rep.rep,
      name: ({ one }) => one.rep.name,
      period: ({ one }) => one.appraisal.period,
      indicator: ({ part }) => part.id,
      weight: ({ part }) => part.weight,
      attainment: ({ part }) => part.attainment,
      points: ({ part }) => part.points,
      contribution: ({ part }) => part.contribution,
      score: ({ one }) => one.appraisal.score,
      grade: ({ one }) => one.grade.grade,
    }),
    'consequences.csv': toCsv(appraised.flatMap(consequences), {
      rep: ({ one }) => one.rep.rep,
      name: ({ one }) => one.rep.name,
      period: ({ following }) => following.period,
      kind: ({ following }) => following.kind,
      clause: ({ following }) => following.clause,
      follows: ({ following }) => following.periods.join(' '),
      value: ({ following }) => following.value,
      unit: ({ following }) => following.unit,
      money: ({ following }) => following.money,
    }),
  }
}

/** A figure of the statement; none for a rep who could not be settled. */
function of(figure: (statement: Settled['statement']) => string | null) {
  return (one: Settled | Unsettled) => ('statement' in one ? figure(one.statement) : null)
}

interface Part {
  readonly rep: string
  readonly part: string
  readonly slice: Slice | null
  readonly amount: string
}

/** Slices and adjustments: for each rep they add up to the commission. */
function parts({ rep: { rep }, statement }: Settled): Part[] {
  return [
    ...statement.slices.map((slice) => ({ rep, part: slice.tier, slice, amount: slice.amount })),
    ...statement.adjustments.map(({ kind, amount }) => ({ rep, part: kind, slice: null, amount })),
  ]
}

function indicators(one: Appraised) {
  return one.appraisal.parts.map((part) => ({ one, part }))
}

function consequences(one: Appraised): { one: Appraised; following: Following }[] {
  return one.follows.map((following) => ({ one, following }))
}
