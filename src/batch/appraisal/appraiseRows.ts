import type { AppraisalInput, DefinedAppraisalScheme } from '../../appraisal/index.js'
import {
  computeAppraisal,
  type ExactAppraisalScheme,
  exactAppraisalScheme,
  readAppraisal,
  writeGradeLimits,
} from '../../appraisal/internal.js'
import * as read from '../../kernel/input/read.js'
import * as defined from '../../kernel/policy/defined.js'
import { fastScorecard } from '../score/fastScorecard.js'
import { inheritsNone, isPlainObject, isSurelyRefused } from '../score/plainObject.js'
import { type RowScorer, scoreRows } from '../score/scoreRows.js'
import type { AppraisalScores, CappedRow } from '../types.js'
import { noAppraisalTally, type ResultForm, unitsOfResults } from './unitsOfResults.js'

/**
 * The scores of many people, or of one in many periods, at once: one per row, as {@link appraise} would give it, in a typed column.
 *
 * Use it for a whole company; where each score must say how it came about, use appraise row by row. Results that are plain numbers or
 * short decimal texts cost no more than a division each; a row that has others goes through the rule itself, and so does one whose
 * score is too near a tie to be told from it. One wrong row stops nothing: it has no score, `issues` says what is wrong with it, with the
 * employee as its id, and `refused` counts all of them.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `VALUE_INVALID` for rows that are no array.
 *
 * @example The second row has a satisfaction that the rep reported
 * ```ts
 * import { handbook } from 'sales-rules'
 * import { appraiseRows } from 'sales-rules/batch'
 *
 * const results = {
 *   sales: { actual: '1500000', target: '1200000' },
 *   newCustomers: { actual: 8, target: 10 },
 *   satisfaction: { points: 90, source: 'survey' },
 *   collectionRate: { value: 0.95 },
 * }
 * const reported = { ...results, satisfaction: { points: 98, source: 'self' } }
 * const rows = [{ employee: 'Ann', results }, { employee: 'Ben', results: reported }]
 * const { scores, issues } = appraiseRows(rows, handbook.appraisal)
 * Array.from(scores) // => [91.5, Number.NaN]
 * issues.map(({ row, id, issues: [first] }) => [row, id, first?.code]) // => [[1, 'Ben', 'SOURCE_REFUSED']]
 * ```
 */
export function appraiseRows(
  inputs: readonly AppraisalInput[],
  scheme: DefinedAppraisalScheme,
): AppraisalScores {
  const exact = exactAppraisalScheme(scheme)
  const capped: CappedRow[] = []
  const { bands: _, ...scored } = scoreRows(inputs, appraisalScorer(exact, capped))
  return { ...scored, capped, policy: exact.policy, clauses: exact.clauses }
}

const formOf = /* @__PURE__ */ defined.oncePerPolicy(
  (scheme: ExactAppraisalScheme): ResultForm | undefined => {
    if (!isOfWeightsAlone(scheme)) return undefined
    const { card, indicators } = scheme
    const sources = indicators.map((indicator) => indicator.sources?.accepted)
    const fast = fastScorecard(card)
    const positions = new Map(card.ids.map((id, at) => [id, at]))
    return fast && { card: fast, ids: card.ids, positions, sources }
  },
)

/** What is more than weighted results, added up, is for the rule itself. */
function isOfWeightsAlone(scheme: ExactAppraisalScheme): boolean {
  const { indicators, bonuses, deductions, maximum, caps } = scheme
  const isMore = bonuses.length + deductions.length + caps.length > 0 || maximum !== null
  return !isMore && indicators.every(({ components }) => components.length === 0)
}

const FIELDS = [
  ...['employee', 'period', 'results', 'facts'],
  ...['actual', 'target', 'baseline', 'points', 'value', 'source'],
]

function appraisalScorer(scheme: ExactAppraisalScheme, capped: CappedRow[]): RowScorer {
  const { card } = scheme
  const form = inheritsNone([...card.ids, ...FIELDS]) ? formOf(scheme) : undefined
  const tally = noAppraisalTally()
  const { required } = card
  return {
    decimals: card.decimals,
    bands: [],
    fastUnits: (input) =>
      form !== undefined && isPlainObject(input) ? unitsOfResults(input, form, tally) : Number.NaN,
    isRefused: (input) => {
      if (form === undefined || !isPlainObject(input)) return false
      const { results } = input
      return isPlainObject(results) && isSurelyRefused(results, form.positions, required)
    },
    exactUnits: (input, issues, row) => {
      const known = readAppraisal(input, scheme, issues)
      if (known === undefined) return Number.NaN
      const gradeAtMost = writeGradeLimits(known.caps)
      if (gradeAtMost.length > 0) capped.push({ row, gradeAtMost })
      return Number(computeAppraisal(known, scheme).units)
    },
    idOf: employeeOf,
  }
}

function employeeOf(input: unknown): string | undefined {
  const employee = read.record(input, [], [])?.['employee']
  return read.isName(employee) ? employee : undefined
}
