/**
 * Scores of many rows are those of the single functions, row by row: score, band, reasons and issues. A million rows in each run, and as many
 * as `SCORE_CASES` says on demand. The seed is fixed, so that a failing row fails again.
 */
import {
  type AppraisalInput,
  appraise,
  attempt,
  type CurveInput,
  defineAppraisalScheme,
  defineHealthModel,
  defineLeadModel,
  type Issue,
  type LeadFacts,
  scoreHealth,
  scoreLead,
} from 'sales-rules'
import { appraiseRows, scoreHealthRows, scoreLeadRows } from 'sales-rules/batch'
import { describe, expect, it } from 'vitest'
import { isPlainObject } from '../../src/batch/score/plainObject.js'
import { factForm, noTally, unitsOfFacts } from '../../src/batch/score/scoreFacts.js'
import type { RowIssues, RowScores } from '../../src/batch/types.js'
import type { Criterion, ScorecardRules } from '../../src/kernel/index.js'
import { powerOfTen } from '../../src/kernel/number/fraction.js'
import { compileScorecard } from '../../src/kernel/score/scorecard.js'
import { type Random, seededRandom } from '../oracle/random.js'
import { scoreFacts } from '../scoring.js'
import {
  type DrawnScorecard,
  hiding,
  inheriting,
  pickAny,
  randomFact,
  randomScorecard,
} from './randomScorecard.js'

const CASES = Number(process.env['SCORE_CASES'] ?? 1_000_000)
const SEED = 20_261_125
const ROWS = 400

/** A million rows take longer than a test may on a busy machine. */
const PATIENCE = 1_200_000

/** So many rows of drawn policies, some hundred to each. */
function eachPolicy(rows: number, seed: number, run: (random: Random) => void): void {
  const random = seededRandom(SEED + seed)
  for (let done = 0; done < rows; done += ROWS) run(random)
}

type Facts = Record<string, unknown>

function drawFacts(random: Random, { criteria }: DrawnScorecard): Facts {
  const facts: Facts = {}
  for (const { id, curve } of random.oneIn(4) ? [...criteria].reverse() : criteria) {
    if (!random.oneIn(40)) facts[id] = randomFact(random, curve as CurveInput)
  }
  if (random.oneIn(100)) facts['unheard-of'] = pickAny(random, [1, null, undefined])
  return random.oneIn(60) ? astray(random, facts, criteria[0]?.id ?? '') : facts
}

/** A fact that is there and is no enumerable field of the row itself. */
function astray(random: Random, facts: Facts, id: string): Facts {
  const { [id]: fact = 50, ...others } = facts
  return (random.oneIn(2) ? hiding(others, id, fact) : inheriting(facts)) as Facts
}

const drawRows = (random: Random, draw: (random: Random) => unknown) =>
  Array.from({ length: ROWS }, () =>
    random.oneIn(200) ? pickAny(random, [null, 7, 'row', [], {}]) : draw(random),
  )

/** Bands on scores that the drawn facts often have. */
function drawBands(random: Random) {
  const starts = [90, 80, 89.995, 60, 50, 40, 33.33].filter(() => random.oneIn(2))
  const falling = [...starts, 0].sort((a, b) => b - a)
  return falling.map((from) => ({ id: `from ${from}`, from }))
}

/** The issues of each row. */
function byRow(issues: readonly RowIssues[]): Map<number, readonly Issue[]> {
  return new Map(issues.map((refused) => [refused.row, refused.issues]))
}

describe('the scores of many rows', () => {
  it(
    'are those of the exact scorecard, and most rows need not go through it',
    () => {
      let fast = 0
      let seen = 0
      eachPolicy(CASES * 0.7, 1, (random) => {
        const drawn = randomScorecard(random)
        const scheme = defineAppraisalScheme({ ...drawn.rules, indicators: drawn.criteria })
        const criteria: readonly Criterion[] = scheme.indicators
        const card = compileScorecard(criteria, scheme)
        const form = factForm(card, card.ids, [])
        const tally = noTally()
        for (let row = 0; row < ROWS; row += 1) {
          const facts = drawFacts(random, drawn)
          const isFast = form !== undefined && isPlainObject(facts)
          const units = isFast ? unitsOfFacts(facts, form, tally) : Number.NaN
          seen += 1
          if (Number.isNaN(units)) continue
          fast += 1
          compare(String(units), unitsByTheRule(facts, criteria, scheme), { drawn, facts })
        }
      })
      expect(fast / seen).toBeGreaterThan(0.5)
    },
    PATIENCE,
  )

  it(
    'are those of scoreHealth',
    () => {
      eachPolicy(CASES * 0.1, 2, (random) => {
        const drawn = randomScorecard(random)
        const model = defineHealthModel({
          ...drawn.rules,
          criteria: drawn.criteria,
          bands: drawBands(random),
        })
        const rows = drawRows(random, () => drawFacts(random, drawn)) as Facts[]
        const { scores, bands, bandNames, issues } = scoreHealthRows(rows, model)
        const found = byRow(issues)
        countAlike(random, (all) => scoreHealthRows(all, model), rows, {
          scores,
          refused: found.size,
        })
        for (const [row, facts] of rows.entries()) {
          const single = attempt(() => scoreHealth(facts, model))
          const is = [scores[row], bandNames[bands[row] as number] ?? null, found.get(row) ?? []]
          const due = single.ok
            ? [single.value.score, single.value.band, []]
            : [Number.NaN, null, single.issues]
          compare(is, due, { drawn, facts })
        }
      })
    },
    PATIENCE,
  )

  it(
    'are those of scoreLead',
    () => {
      eachPolicy(CASES * 0.1, 3, (random) => {
        const drawn = randomScorecard(random)
        const model = defineLeadModel({
          ...drawn.rules,
          criteria: drawn.criteria,
          bands: drawBands(random),
          disqualifiers: drawDisqualifiers(random),
        })
        const rows = drawRows(random, () => drawLead(random, drawn)) as LeadFacts[]
        const { scores, bands, bandNames, disqualified, issues } = scoreLeadRows(rows, model)
        const found = byRow(issues)
        countAlike(random, (all) => scoreLeadRows(all, model), rows, {
          scores,
          refused: found.size,
        })
        const reasons = new Map(disqualified.map((one) => [one.row, one.reasons]))
        for (const [row, lead] of rows.entries()) {
          const single = attempt(() => scoreLead(lead, model))
          const is = [
            scores[row],
            bandNames[bands[row] as number] ?? null,
            reasons.get(row) ?? null,
            found.get(row) ?? [],
          ]
          const due = single.ok
            ? [
                single.value.score ?? Number.NaN,
                single.value.band,
                single.value.disqualified?.reasons ?? null,
                [],
              ]
            : [Number.NaN, null, null, single.issues]
          compare(is, due, { drawn, lead, model })
        }
      })
    },
    PATIENCE,
  )

  it(
    'are those of appraise',
    () => {
      eachPolicy(CASES * 0.1, 4, (random) => {
        const drawn = randomScorecard(random)
        const indicators = drawn.criteria.map((criterion) =>
          random.oneIn(3) ? { ...criterion, acceptedSources: ['survey', 'audit'] } : criterion,
        )
        const scheme = defineAppraisalScheme({ ...drawn.rules, indicators })
        const rows = drawRows(random, () => drawInput(random, drawn)) as AppraisalInput[]
        const { scores, issues } = appraiseRows(rows, scheme)
        const found = byRow(issues)
        countAlike(random, (all) => appraiseRows(all, scheme), rows, {
          scores,
          refused: found.size,
        })
        for (const [row, input] of rows.entries()) {
          const single = attempt(() => appraise(input, scheme))
          const due = single.ok ? [single.value.score, []] : [Number.NaN, single.issues]
          compare([scores[row], found.get(row) ?? []], due, { indicators, drawn, input })
        }
      })
    },
    PATIENCE,
  )
})

function unitsByTheRule(facts: Facts, criteria: readonly Criterion[], rules: ScorecardRules) {
  const issues: Issue[] = []
  const exact = scoreFacts(facts, criteria, rules, [], issues)?.score
  if (exact === undefined) return issues
  return String((exact.n * powerOfTen(rules.decimals)) / exact.d)
}

/** Rows after a thousand that were refused are scored alike and counted, though nobody writes what is wrong with them. */
function countAlike<Row>(
  random: Random,
  score: (rows: readonly Row[]) => RowScores,
  rows: readonly Row[],
  { scores, refused }: Pick<RowScores, 'scores' | 'refused'>,
): void {
  if (!random.oneIn(10)) return
  const wrong = Array.from({ length: 1_000 }, () => null as Row)
  const all = score([...wrong, ...rows])
  const is = [all.refused - 1_000, [...all.scores.subarray(1_000)]]
  compare(is, [refused, [...scores]], { rows })
}

/** Comparing texts is what a million rows have time for. */
function compare(is: unknown, due: unknown, given: unknown): void {
  if (text(is) !== text(due)) expect({ is, given }).toEqual({ is: due, given })
}

function text(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    isWritten(inner) ? inner : inner === 0 ? '−0' : 'NaN',
  )
}

/** JSON knows no NaN, and no sign of 0. */
const isWritten = (value: unknown) => !Number.isNaN(value) && !Object.is(value, -0)

function drawDisqualifiers(random: Random) {
  const flag = (id: string, required: boolean) => ({
    reason: `${id} is ${required}`,
    when: { id, comparison: 'equals' as const, required },
  })
  const small = {
    reason: 'too small or elsewhere',
    when: {
      any: [
        { id: 'staff', comparison: 'below' as const, required: 10, unit: 'count' as const },
        { id: 'market', comparison: 'equals' as const, required: 'elsewhere' },
      ],
    },
  }
  const silent = {
    reason: 'no answer, month after month',
    when: {
      id: 'answered',
      comparison: 'equals' as const,
      required: false,
      inARow: { length: 2, per: 'month' as const, gap: 'break' as const },
    },
  }
  const all = [flag('duplicate', true), flag('reachable', false), flag('test', true), small, silent]
  if (random.oneIn(6)) all.push(flag('test', false))
  return all.filter(() => !random.oneIn(4))
}

const answers = [
  { period: '2026-01', value: false },
  { period: '2026-02', value: false },
]

function drawLead(random: Random, drawn: DrawnScorecard): Facts {
  const flags: Facts = {}
  if (random.oneIn(2)) flags['duplicate'] = random.oneIn(5)
  if (random.oneIn(2)) flags['reachable'] = !random.oneIn(5)
  if (random.oneIn(9)) flags['test'] = pickAny(random, [true, false, null, undefined, 'no', 0])
  if (random.oneIn(9)) flags['staff'] = pickAny(random, [5, 10, '9.5', null, 'few'])
  if (random.oneIn(9)) flags['answered'] = pickAny(random, [true, false, null, answers, []])
  if (random.oneIn(6)) flags['asOf'] = pickAny(random, ['2026-02', '2026-03', '2026-09', '2026', 2])
  if (random.oneIn(9)) flags['market'] = pickAny(random, ['elsewhere', 'here', 3])
  return random.oneIn(2)
    ? { ...drawFacts(random, drawn), ...flags }
    : { ...flags, ...drawFacts(random, drawn) }
}

function drawInput(random: Random, drawn: DrawnScorecard): unknown {
  const entries = Object.entries(drawFacts(random, drawn)).map(([id, fact]) => [
    id,
    toResult(random, fact),
  ])
  const results = random.oneIn(100)
    ? pickAny(random, [null, undefined, [], 3])
    : Object.fromEntries(entries)
  return {
    ...(random.oneIn(2)
      ? { employee: pickAny(random, ['E-1', 'E-1', 'E-2', '', null, undefined, 7]) }
      : {}),
    ...(random.oneIn(2)
      ? { period: pickAny(random, ['2026-Q1', '2026-Q1', '2026-03', '2026-13', 2026]) }
      : {}),
    results,
    ...(random.oneIn(100) ? { grade: 'S' } : {}),
  }
}

/** A fact as a result: most with the source of a survey. */
function toResult(random: Random, fact: unknown): unknown {
  if (random.oneIn(60)) return fact
  const source = random.oneIn(8)
    ? pickAny(random, [undefined, 'self', '', 4, null])
    : random.pick(['survey', 'audit'])
  const sourced = random.oneIn(10) ? {} : { source }
  const isForm = typeof fact === 'object' && fact !== null && !random.oneIn(20)
  if (fact === null || fact === undefined) return random.oneIn(2) ? fact : { ...sourced }
  return isForm ? { ...fact, ...sourced } : { value: fact, ...sourced }
}
