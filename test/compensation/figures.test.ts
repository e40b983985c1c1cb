import {
  type Consequence,
  type ConsequencePayInput,
  type DefinedCompensationPlan,
  defineCompensationPlan,
  gradeConsequences,
  handbook,
  payConsequences,
} from 'sales-rules'
import { type Change, everyLeafDecides } from '../handbook/leaves.js'

const history = (grades: string, unit = 'Q') =>
  [...grades].map((grade, at) => ({
    period: unit === 'Q' ? `2026-Q${at + 1}` : String(2026 + at),
    grade,
  }))
const following = (grades: string, unit?: string) =>
  gradeConsequences(history(grades, unit), handbook.grading)
const [leave] = following('S', 'year') as [Consequence]

const paying =
  (more: Partial<ConsequencePayInput>) =>
  (plan: DefinedCompensationPlan): unknown =>
    payConsequences({ period: '2026', baseSalary: '8333.33', consequences: [], ...more }, plan)

const attendance = [
  { month: '2026-01', attended: '20', due: '21' },
  { month: '2026-02', attended: '17', due: '17' },
  { month: '2026-03', attended: '22', due: '22' },
]
/** Who was there for all of a quarter, came in the middle of it, left in it, and was away for a day. */
const outcomes = {
  'an S, who was away for a day': paying({ consequences: following('S'), attendance }),
  'an A who came in the quarter': paying({
    ...{ consequences: following('A'), attendance },
    employment: { from: '2026-02-11' },
  }),
  'an A who left in the quarter': paying({
    ...{ consequences: following('A'), attendance },
    employment: { to: '2026-03-12' },
  }),
  'a C after a C': paying({ consequences: following('CC'), period: '2026-08' }),
  'a raise in the year after': paying({ consequences: following('A', 'year'), period: '2027' }),
  leave: paying({ consequences: [leave] }),
  'leave of somebody who came in May': paying({
    consequences: [leave],
    employment: { from: '2026-05-14' },
  }),
  'leave of somebody who left in May': paying({
    consequences: [leave],
    employment: { to: '2026-05-14' },
  }),
  'leave of half a day': paying({ consequences: [{ ...leave, value: '7.25' }] }),
}

/** With the salary, which no other field says how. */
const paysWithSalary =
  (index: number): Change =>
  (copy) => {
    const rules = copy['consequences'] as { kind: string }[]
    rules[index] = { kind: rules[index]?.kind ?? '', ...{ pays: 'base-pay' } }
  }

everyLeafDecides('the handbook’s compensation', {
  policy: handbook.compensation,
  define: defineCompensationPlan as (json: never) => DefinedCompensationPlan,
  outcomes,
  changes: {
    currency: 'USD',
    'rounding.decimals': 1,
    'rounding.mode': 'down',
    'consequences.0.pays': paysWithSalary(0),
    'consequences.1.pays': 'bonus',
    'consequences.2.pays': 'bonus',
    'consequences.3.pays': paysWithSalary(3),
    'consequences.3.proration': 'day',
    'consequences.3.rounding.mode': 'up',
  },
  words: { day: 'month-whole', none: 'pro-rata', 'pro-rata': 'none', ignore: 'pro-rata' },
})
