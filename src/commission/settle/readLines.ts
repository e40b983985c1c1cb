import type { Issue, Path } from '../../kernel/index.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { wholeOn } from '../plan/paymentParts.js'
import { NOBODY, type Others } from './handedParts.js'
import { notPayable } from './notPayable.js'
import type { OpenLineExact, OpenLines } from './readBalance.js'
import { readExact, readParts } from './storedParts.js'

const LINE_KEYS = [
  'line',
  'amount',
  'commission',
  'progress',
  'invoiced',
  'others',
  'age',
  'parts',
  'refunded',
  'refundOf',
  'takesBack',
  'sinceFinal',
]

/** A line that does not say its parts waits for one list, whichever that is. */
const ONE_PART = [/* @__PURE__ */ wholeOn('collected')]

const AGES = { minimum: 0, maximum: 1_000_000 }

/** Reads lines that were open. */
export function readLines(value: unknown, path: Path, plan: ExactPlan, issues: Issue[]): OpenLines {
  const rows = read.array(value ?? [], path, issues) ?? []
  return new Map(rows.map((row, index) => readLine(row, [...path, index], plan, issues)))
}

function readLine(
  row: unknown,
  at: Path,
  plan: ExactPlan,
  issues: Issue[],
): [id: string, line: OpenLineExact] {
  const fields = read.fields(row, at, LINE_KEYS, issues) ?? {}
  const number = (key: string) => read.written(fields[key], [...at, key], issues) ?? fraction.ZERO
  const ifAny = <Value, Other>(key: string, reader: Reader<Value>, other: Other) =>
    fields[key] === undefined ? other : (reader(fields[key], [...at, key], issues) ?? other)
  const line = {
    amount: number('amount'),
    share: readMoney(fields['commission'], [...at, 'commission'], plan, issues),
    parts: ifAny('parts', readParts, ONE_PART),
    age: ifAny('age', readAge, 0),
    progress: number('progress'),
    invoiced: ifAny('invoiced', read.written, fraction.ZERO),
    others: ifAny('others', readOthersOf, NOBODY),
    refunded: number('refunded'),
    refundOf: ifAny('refundOf', read.name, undefined),
    takesBack: ifAny('takesBack', read.name, undefined),
    sinceFinal: ifAny('sinceFinal', read.written, fraction.ZERO),
  }
  return [read.name(fields['line'], [...at, 'line'], issues) ?? '', line]
}

export type Reader<Value> = (value: unknown, path: Path, issues: Issue[]) => Value | undefined

/** What belongs to others, as a balance keeps it. */
export function readOthersOf(value: unknown, path: Path, issues: Issue[]): Others {
  const rows = read.array(value, path, issues) ?? []
  return new Map(
    rows.map((row, index) => {
      const at = [...path, index]
      const { payee, amount } = read.fields(row, at, ['payee', 'amount'], issues) ?? {}
      return [
        read.name(payee, [...at, 'payee'], issues) ?? '',
        readExact(amount, [...at, 'amount'], issues),
      ]
    }),
  )
}

function readAge(value: unknown, path: Path, issues: Issue[]): number | undefined {
  return read.integer(value, path, issues, AGES)
}

/** An amount that stands open is payable as it stands. */
export function readMoney(
  value: unknown,
  path: Path,
  { decimals, minimum }: { readonly decimals: number; readonly minimum?: Fraction },
  issues: Issue[],
): Fraction {
  const bounds = minimum === undefined ? {} : { minimum }
  const amount = read.written(value, path, issues, bounds) ?? fraction.ZERO
  issues.push(...notPayable(amount, path, decimals))
  return amount
}
