import { commissionColumnsBuilder } from '../../batch/index.js'
import type { NeedKind } from '../../commission/index.js'
import {
  type CommissionTotals,
  type DefinedCommissionPlan,
  planNeeds,
} from '../../commission/index.js'
import { amountOf } from '../pay/totals.js'
import type { Place } from '../read/encoding.js'
import {
  type Bytes,
  bytesOf,
  type Days,
  endOfLine,
  formOf,
  type LineForm,
  type Search,
} from './lineForm.js'

/** What a plan asks of lines that their amounts alone do not say. */
const MORE_THAN_AMOUNTS: readonly NeedKind[] = ['line', 'amount', 'order', 'refund', 'currency']

/** Whether a plan adds up amounts, so that lines that say no more can be counted as they lie in bytes. */
export function addsAmounts(plan: DefinedCommissionPlan): boolean {
  return planNeeds(plan).every(({ of }) => !of.some((need) => MORE_THAN_AMOUNTS.includes(need)))
}

/** Lines of other forms are read strictly. */
const MOST_FORMS = 8

/** So many lines are handed over at once. */
const BATCH = 4096

/** Adds up lines as they lie in bytes, without making anything of one: those of a form that a strict reader has read before. */
export function countBytes(plan: DefinedCommissionPlan, days: Days) {
  const builder = commissionColumnsBuilder(plan, { keep: 'totals' })
  const forms: LineForm[] = []
  const search: Search = { ...days, payeeStart: 0, payeeEnd: 0, amountStart: 0, amountEnd: 0 }
  const slices = new Int32Array(4 * BATCH)
  let length = 0
  let waiting = new Uint8Array() as Uint8Array
  const flush = () => {
    builder.addBytes(waiting, slices.subarray(0, length))
    length = 0
  }
  const endOfKnown = (bytes: Bytes, start: number): number => {
    for (const form of forms) {
      const end = lineEnd(bytes.array, endOfLine(form, bytes, start, search))
      if (end !== -1) return end
    }
    return -1
  }
  return {
    /** Adds the lines from here up to a place after a new line, as long as their form is known, and says where it stopped. */
    take: (bytes: Uint8Array, start: number, limit: number, place: Place): number => {
      waiting = bytes
      const both = bytesOf(bytes)
      let from = start
      while (from < limit) {
        const end = endOfKnown(both, from)
        if (end === -1) break
        slices[length] = search.payeeStart
        slices[length + 1] = search.payeeEnd
        slices[length + 2] = search.amountStart
        slices[length + 3] = search.amountEnd
        length += 4
        if (length === slices.length) flush()
        place.line += 1
        from = end + 1
      }
      return from
    },
    /** Adds a line that was read strictly, and takes those of its form from now on. */
    learn: (text: string, line: { payee: string; sales: string }, ignored: readonly string[]) => {
      builder.addTexts([line.payee], [line.sales])
      const form = forms.length < MOST_FORMS ? formOf(text, ignored) : undefined
      if (form !== undefined) forms.push(form)
    },
    /** The bytes are about to be given up. */
    flush,
    /** The totals of each payee. */
    finish: (): [payee: string, CommissionTotals][] => {
      const { payees, amounts, counts, decimals, wide } = builder.finish()
      return payees.map((payee, at) => {
        const sales = wide.get(at) ?? shortest(amountOf(amounts[at] ?? 0, decimals))
        return [payee, { lines: counts?.[at] ?? 0, sales }]
      })
    },
  }
}

/** `1500.50` as `1500.5`, as totals are written. */
function shortest(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal
}

const NEW_LINE = 10
const RETURN = 13

/** Where the new line is, if there is nothing before it but a carriage return. */
function lineEnd(bytes: Uint8Array, at: number): number {
  if (bytes[at] === NEW_LINE) return at
  return bytes[at] === RETURN && bytes[at + 1] === NEW_LINE ? at + 1 : -1
}
