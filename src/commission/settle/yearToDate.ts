import { refuse, show } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { Fields } from '../../kernel/input/values.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import type { CommissionInput } from '../lines/types.js'

/**
 * The periods of a calendar year so far as one: their lines one after the other, or their sales added up, against the sum of their
 * targets. Whatever else a calculation looks at is as the last of them has it.
 */
export function yearToDate(
  periods: readonly Fields[],
  year: string,
  payee: string,
): CommissionInput {
  const last = periods.at(-1) ?? {}
  return {
    ...last,
    payee,
    period: year,
    ...targetOf(periods),
    ...incentiveOf(periods),
    ...ratesOf(periods),
    ...salesOf(periods, last),
  } as unknown as CommissionInput
}

/** A month without a target would make that of the year too low. */
function targetOf(periods: readonly Fields[]): Fields {
  const given = periods.filter(({ target }) => target !== undefined).length
  if (given === 0 || given === periods.length) return totalOf(periods, 'target', ABOVE_ZERO)
  const needed = 'the year to date'
  const text = `is given in ${given} of the ${periods.length} periods of the year so far. Give the target of each, or of none.`
  return refuse('TARGET_MISSING', ['target'], { needed }, text)
}

/** Nor may the incentive of the year be that of some of its months. */
function incentiveOf(periods: readonly Fields[]): Fields {
  const key = 'targetIncentive'
  const given = periods.filter((period) => period[key] !== undefined).length
  if (given === 0 || given === periods.length) return totalOf(periods, key, ABOVE_ZERO)
  const expected = 'the target incentive of each period'
  const text = `is given in ${given} of the ${periods.length} periods of the year so far. Give the target incentive of each, or of none.`
  return refuse('VALUE_MISSING', [key], { expected }, text)
}

const ABOVE_ZERO = { minimum: fraction.ZERO, above: true }

/** A figure of the last period that cannot be read is left as it is, for the calculation to refuse. */
function totalOf(periods: readonly Fields[], key: string, bounds?: typeof ABOVE_ZERO): Fields {
  const given = periods.map((period) => period[key]).filter((value) => value !== undefined)
  const figures = given.map((value) => read.decimal(value, [], [], bounds))
  const exact = figures.filter((value): value is Fraction => value !== undefined)
  if (given.length === 0 || exact.length < figures.length) return {}
  return { [key]: write.decimal(fraction.sum(exact)) }
}

function salesOf(periods: readonly Fields[], last: Fields): Fields {
  const isByLines = last['lines'] !== undefined
  if (isByLines === (last['sales'] !== undefined)) return {}
  if (periods.some((period) => (period['lines'] !== undefined) !== isByLines)) {
    const reason =
      'the periods of a year have lines and figures. A year to date is made of lines in each period, or of figures in each.'
    return refuse('POLICY_CONFLICT', [isByLines ? 'lines' : 'sales'], { reason }, reason)
  }
  return isByLines ? linesOf(periods, last) : totalOf(periods, 'sales')
}

function linesOf(periods: readonly Fields[], last: Fields): Fields {
  if (read.array(last['lines'], [], []) === undefined) return {}
  return { lines: periods.flatMap(({ lines }) => read.array(lines, [], []) ?? []) }
}

/** The rates of all periods, each once: of two for the same currency and day, the later given. */
function ratesOf(periods: readonly Fields[]): Fields {
  const rates = new Map<string, unknown>()
  for (const period of periods) {
    for (const rate of read.array(period['exchangeRates'], [], []) ?? []) {
      const { currency, from } = read.record(rate, [], []) ?? {}
      rates.set(`${show(currency)} ${show(from)}`, rate)
    }
  }
  return rates.size === 0 ? {} : { exchangeRates: [...rates.values()] }
}
