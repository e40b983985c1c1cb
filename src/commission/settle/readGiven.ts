import type { Issue, Path } from '../../kernel/index.js'
import type { Fields } from '../../kernel/input/read.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import * as time from '../../kernel/time/time.js'
import type { Period } from '../lines/periods.js'
import { COUNTED } from './counted.js'
import { isByHand, readByHand } from './readByHand.js'
import type { SettledAdjustment } from './types.js'

interface Read {
  readonly amount: Fraction
  /** The period that it corrects. */
  readonly period: Period | undefined
  readonly currency: string
}

/**
 * An adjustment as it stands on the outcome. Of what a function has computed, what says which it is and how it came about is read where it
 * is there: only the amount is needed to pay it.
 */
export function readGiven(
  fields: Fields,
  { amount, period, currency }: Read,
  path: Path,
  issues: Issue[],
): SettledAdjustment {
  const money = write.money(amount, currency)
  if (isByHand(fields))
    return { kind: 'by-hand', ...readByHand(fields, period, path, issues), amount: money }
  const { optional } = read.of(fields, path, issues)
  const named = period && { period: time.writeAnyPeriod(period) }
  if (fields['manager'] !== undefined) {
    const [payee, rate] = [optional('payee', read.name), optional('rate', readRatio)]
    const how = { ...(payee !== undefined && { payee }), ...(rate !== undefined && { rate }) }
    return { kind: 'override', id: optional('line', read.name) ?? null, ...how, amount: money }
  }
  if (fields['elapsedDays'] !== undefined) {
    const [days, share] = [optional('elapsedDays', readDays), optional('share', readRatio)]
    const how = {
      ...(share !== undefined && { share }),
      ...(days !== undefined && { elapsedDays: days }),
    }
    return {
      kind: 'clawback',
      id: optional('id', read.name) ?? null,
      ...how,
      ...named,
      amount: money,
    }
  }
  const number = optional('number', readNumber)
  return {
    kind: 'correction',
    id: period?.name ?? null,
    ...(number !== undefined && { number }),
    ...named,
    amount: money,
  }
}

function readRatio(value: unknown, path: Path, issues: Issue[]): string | undefined {
  const ratio = read.written(value, path, issues)
  return ratio && write.decimal(ratio)
}

function readNumber(value: unknown, path: Path, issues: Issue[]): number | undefined {
  return read.integer(value, path, issues, COUNTED)
}

/** All days from year 1 to 9999 are fewer. */
function readDays(value: unknown, path: Path, issues: Issue[]): number | undefined {
  return read.integer(value, path, issues, { minimum: 0, maximum: 4_000_000 })
}
