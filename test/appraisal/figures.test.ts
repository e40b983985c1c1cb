import {
  type AppraisalInput,
  type AppraisalSchemeInput,
  appraise,
  appraiseYear,
  attempt,
  defineAppraisalScheme,
  defineCalendar,
  handbook,
  measureVisits,
  overrideAppraisal,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

const calendar = defineCalendar({
  from: '2026-04-01',
  to: '2026-04-30',
  weekend: [6, 7],
  holidays: [],
  workdays: [],
})
const results = (sales: object, source: string, rate: object) => ({
  sales: { ...sales, source: 'crm' },
  newCustomers: { actual: 8, target: 10 },
  satisfaction: { points: '90.005', source },
  collectionRate: rate,
})
const visit = (id: string, customer: string, proof: string, day = '02') => ({
  id,
  customer,
  date: `2026-03-${day}`,
  proof,
})
const visits = {
  period: '2026-03',
  customers: [
    { id: 'Hua', kind: 'new' },
    { id: 'Xin', kind: 'existing' },
    { id: 'Bo', kind: 'existing' },
  ],
  visits: [
    ...[1, 2, 3, 4, 5].map((at) => visit(`H${at}`, 'Hua', 'check-in')),
    ...[1, 2, 3].map((at) => visit(`X${at}`, 'Xin', 'signed-confirmation')),
  ],
}
const appeal = { announced: '2026-04-01', filed: '2026-04-03' }
const decided = {
  computed: { score: 80 },
  decisions: [{ grade: 'S', by: 'committee', on: '2026-04-20', reason: 'why', appeal }],
}

/** What a scheme makes of people below, at and above the target, of visits, of an appeal and of a year. */
function outcomesOf(scheme: ReturnType<typeof defineAppraisalScheme>) {
  const inputs = [
    results({ actual: 30, target: 100 }, 'survey', { value: '0.955', source: 'crm' }),
    results({ actual: -10, target: 100 }, 'survey', { value: 0, source: 'crm' }),
    ...[105, 110, 120, 130, 150, 180].map((actual) =>
      results({ actual, target: 100 }, 'survey', { value: 1.1 }),
    ),
    { ...results({ actual: 1, target: 1 }, 'self', { value: 1 }), sales: { actual: 1, target: 1 } },
    { sales: { actual: 1, target: 1 } },
    {
      ...results({ actual: 1, target: 1 }, 'survey', { value: 1 }),
      newCustomers: { actual: 20, target: 10 },
    },
    {
      ...results({ actual: 1, target: 1 }, 'survey', { value: 1 }),
      newCustomers: { actual: -1, target: 10 },
    },
    {
      ...results({ actual: 1, target: 1 }, 'survey', { value: 1 }),
      satisfaction: { actual: 3, target: 2, source: 'survey' },
    },
    {
      ...results({ actual: 1, target: 1 }, 'survey', { value: 1 }),
      satisfaction: { actual: -3, target: 2, source: 'survey' },
    },
  ]
  const days = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'].map((period, at) => ({
    period,
    score: 70 + at * at,
  }))
  const runs: (() => unknown)[] = [
    ...inputs.map((one) => () => appraise({ results: one as AppraisalInput['results'] }, scheme)),
    () => measureVisits(visits, scheme),
    () => overrideAppraisal(decided, scheme, calendar),
    () => appraiseYear({ year: '2026', periods: days }, scheme),
  ]
  return runs.map((run) => {
    const outcome = attempt(run)
    if (!outcome.ok) return outcome.issues.map(({ code, path }) => [code, path])
    const { policy: _, ...rest } = outcome.value as Record<string, unknown>
    return rest
  })
}

/** Where each figure and word of a policy stands. */
function leavesOf(value: unknown, path: readonly (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [[...path]]
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return entries.flatMap(([key, inner]) => leavesOf(inner, [...path, key as string]))
}

/** Words that stand for others, and what belongs together. */
const WORDS: Readonly<Record<string, string>> = {
  'per-customer': 'in-all',
  mean: 'days',
  'half-up': 'down',
  refuse: 'zero',
  quarter: 'half-year',
  ratio: 'lower-is-better',
}

function other(value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  if (value === null) return 'ledger'
  const text = String(value)
  if (WORDS[text] !== undefined) return WORDS[text]
  return /^[0-9.]+$/.test(text) ? String(Number(text) + 0.05) : `${text}-changed`
}

function changed(policy: object, path: readonly (string | number)[]): unknown {
  const copy = structuredClone(policy) as Record<string, unknown>
  let owner: Record<string | number, unknown> = copy
  for (const step of path.slice(0, -1)) owner = owner[step] as Record<string | number, unknown>
  const key = path.at(-1) as string
  owner[key] = other(owner[key])
  // Weights add up to 100: what one has more, another one has less.
  if (key === 'weight') {
    const list = copy['indicators'] as { weight: number }[]
    const rest = list[path[1] === 0 ? 1 : 0] as { weight: number }
    rest.weight -= 1
  }
  return copy
}

describe.each([
  ['appraisal', handbook.appraisal],
  ['challengeAppraisal', handbook.challengeAppraisal],
] as const)('the %s of the handbook', (_, policy) => {
  const { id: __, version: ___, provenance: ____, ...parts } = policy
  const before = JSON.stringify(outcomesOf(policy))
  const leaves = leavesOf(JSON.parse(JSON.stringify(parts)))

  it('has figures', () => {
    expect(leaves.length).toBeGreaterThan(30)
  })

  it.each(leaves.map((path) => [path.join('.'), path] as const))(
    'decides by its %s',
    (____, path) => {
      const scheme = attempt(() =>
        defineAppraisalScheme(changed(parts, path) as AppraisalSchemeInput),
      )
      // What cannot be changed alone is refused, which is a difference too.
      if (scheme.ok) expect(JSON.stringify(outcomesOf(scheme.value))).not.toBe(before)
      else expect(scheme.issues.length).toBeGreaterThan(0)
    },
  )
})
