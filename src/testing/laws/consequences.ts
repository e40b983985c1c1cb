/** What holds for the pay of what follows from grades, however a plan pays it. */
import {
  type ConsequencePayInput,
  type DefinedCompensationPlan,
  type PayRule,
  payConsequences,
} from '../../compensation/index.js'
import type { Consequence } from '../../grading/index.js'
import { addPeriods } from '../../kernel/index.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import { exactly } from '../draw/amounts.js'
import { type AnyLaw, differing, law } from '../law.js'
import type { Arbitrary, FastCheck } from '../types.js'

/** The laws of what follows from grades, where a plan pays some of it. */
export function consequenceLaws(fc: FastCheck, plan: DefinedCompensationPlan): AnyLaw[] {
  if (plan.consequences.length === 0) return []
  return [linesAddUp(fc, plan), quartersAddUp(fc, plan), ...wholePeriod(fc, plan)]
}

const YEAR = '2026'
const QUARTERS = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']
const MONTHS = Array.from({ length: 12 }, (_, index) => addPeriods('2026-01', index))

function sumOf(amounts: readonly (string | null)[]): string {
  return write.decimal(fraction.sum(amounts.map((amount) => exactly(amount ?? '0'))))
}

function linesAddUp(fc: FastCheck, plan: DefinedCompensationPlan): AnyLaw {
  return law(fc, {
    name: 'the lines of what follows from grades add up to its amount, and each is paid or says why not',
    of: 'library',
    cases: fc.record({ known: drawYear(fc, plan), period: fc.constantFrom(YEAR, ...QUARTERS) }),
    broken: ({ known, period }) => {
      const { amount, days, lines, notPaid } = payConsequences({ ...known, period }, plan)
      const said = lines.length + notPaid.length
      return (
        differing('lines and amount', sumOf(lines.map((one) => one.amount)), sumOf([amount])) ??
        differing('lines and days', sumOf(lines.map((one) => one.days)), sumOf([days])) ??
        differing('paid or not, and all', said, known.consequences.length)
      )
    },
  })
}

function quartersAddUp(fc: FastCheck, plan: DefinedCompensationPlan): AnyLaw {
  return law(fc, {
    name: 'the quarters of a year are paid what the year is paid at once',
    of: 'library',
    cases: drawYear(fc, plan),
    broken: (known) => {
      const paidIn = (period: string) => payConsequences({ ...known, period }, plan)
      const [quarters, year] = [QUARTERS.map(paidIn), paidIn(YEAR)]
      const figuresOf = (parts: readonly (typeof year)[]) => [
        sumOf(parts.map(({ amount }) => amount)),
        sumOf(parts.map(({ days }) => days)),
      ]
      return differing('by quarter and at once', figuresOf(quarters), figuresOf([year]))
    },
  })
}

/** Of what is paid once; a raise is paid from month to month. */
function wholePeriod(fc: FastCheck, plan: DefinedCompensationPlan): AnyLaw[] {
  const rules = plan.consequences.filter(({ pays }) => pays !== 'base-pay')
  if (rules.length === 0) return []
  return [
    law(fc, {
      name: 'whoever was there for all of a period is given no less for it than for a part',
      of: 'library',
      cases: fc.record({
        rule: fc.constantFrom(...rules),
        value: fc.constantFrom('0.5', '1', '1.75', '3'),
        employment: drawEmployment(fc),
        baseSalary: drawMonthly(fc),
      }),
      broken: ({ rule, value, employment, baseSalary }) => {
        const consequences = [consequenceOf(rule, 'GRA', '2026-Q2', value)]
        const input = { period: '2026-Q2', baseSalary, consequences, attendance: attended('21') }
        const [whole, part] = [input, { ...input, employment }].map((one) => {
          const { amount, days } = payConsequences(one, plan)
          return sumOf([amount, days])
        })
        if (whole === undefined || part === undefined) return null
        return fraction.compare(exactly(whole), exactly(part)) < 0
          ? `all of it earns ${whole}, and ${JSON.stringify(employment)} ${part}`
          : null
      },
    }),
  ]
}

const UNITS = { bonus: 'months-of-base-salary', 'base-pay': 'ratio', leave: 'days' } as const

function consequenceOf(
  { kind, pays }: PayRule,
  clause: string,
  period: string,
  value: string,
): Consequence {
  const isLasting = pays === 'base-pay'
  return {
    ...{ kind, clause, period, periods: [period], value, unit: UNITS[pays] },
    ...{ from: isLasting ? addPeriods(period, 1) : null, until: null, endedBy: null },
    state: isLasting ? 'running' : null,
  }
}

/** Each month of the year, of 21 days due. */
function attended(days: string) {
  return MONTHS.map((month) => ({ month, attended: days, due: '21' }))
}

function drawMonthly(fc: FastCheck): Arbitrary<string> {
  return fc.constantFrom('6200', '10000', '3333', '0')
}

function drawEmployment(fc: FastCheck) {
  const from = fc.constantFrom('2026-02-28', '2026-04-01', '2026-05-15', '2026-06-30')
  const to = fc.constantFrom('2026-06-30', '2026-08-10', '2026-12-31')
  return fc.record({ from, to }, { requiredKeys: [] })
}

/** A person's year: what follows from the grades of its quarters, who joins, leaves, is absent, or has another salary from a day on. */
function drawYear(
  fc: FastCheck,
  { consequences }: DefinedCompensationPlan,
): Arbitrary<Omit<ConsequencePayInput, 'period'>> {
  const each = consequences.flatMap((rule) => QUARTERS.map((quarter) => ({ rule, quarter })))
  const values = fc.array(fc.constantFrom('0.05', '1', '0.5', '-0.1', '0'), {
    minLength: each.length,
    maxLength: each.length,
  })
  const monthly = drawMonthly(fc)
  return fc
    .record({
      earned: fc.subarray(each),
      values,
      salaries: fc.tuple(monthly, monthly),
      employment: drawEmployment(fc),
      days: fc.constantFrom('21', '20.5', '0'),
    })
    .map(({ earned, values: drawn, salaries: [first, then], employment, days }) => ({
      employment,
      attendance: attended(days),
      baseSalary: [
        { from: '2020-01-01', monthly: first },
        { from: '2026-05-11', monthly: then },
      ],
      consequences: earned.map(({ rule, quarter }, index) =>
        consequenceOf(rule, 'GRA', quarter, drawn[index] ?? '0'),
      ),
    }))
}
