/** Every exported function of every entry with what it may well be called with: those of the root and of batches, and those above them. */

import * as explaining from '../../src/explain/index.js'
import { attempt, handbook } from '../../src/index.js'
import * as scenario from '../../src/scenario/index.js'
import { type Call, calls } from '../calls.js'
import { OUTCOMES } from '../explain/outcomes.js'
import { ruleCalls } from '../ruleCalls.js'

const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? String(one) : one)))

const row = { id: 'Ann', group: 'east', input: { sales: '1500000', target: '1200000' } }
const plan = handbook.commission
const first = { path: 'scale.tiers.first.rate', values: ['0.02', '0.04'] }
const then = scenario.withValue(plan, 'scale.tiers.first.upTo', '800000')

const ofScenario: readonly Call[] = [
  ['comparePolicies', scenario.comparePolicies, [[row], { now: plan, then }, { quantiles: ['1'] }]],
  ['compareTotals', scenario.compareTotals, [[row], { now: plan, then }]],
  ['sweep', scenario.sweep, [[row], plan, { ...first, across: { ...first, values: ['0.03'] } }]],
  [
    'goalSeek',
    scenario.goalSeek,
    [
      [row],
      plan,
      { path: first.path, between: ['0.02', '0.03'], decimals: 4, goal: { atMost: '50000' } },
    ],
  ],
  ['sensitivityOf', scenario.sensitivityOf, [[row], plan]],
  [
    'simulate',
    scenario.simulate,
    [[row], plan, { seed: 1, runs: 2, attainment: { observed: ['1', '0.9'] } }],
  ],
  ['reviewPay', scenario.reviewPay, [[row], plan, { near: '0.05' }]],
  ['curvesOf', scenario.curvesOf, [[plan], { target: '1', upTo: '3' }]],
]

const locales = ['en', 'zh-CN', 'zh-TW'] as const
const formats = ['text', 'markdown', 'html', 'csv'] as const
const ofExplain: readonly Call[] = [
  ['inCapitals', explaining.inCapitals, ['1234.50', { locale: 'zh-CN', currency: 'CNY' }]],
  ...Object.entries(OUTCOMES).map(([name, outcome], at): Call => {
    const locale = locales[at % locales.length]
    const format = formats[at % formats.length]
    return [`explain of ${name}`, explaining.explain, [plain(outcome()), { locale, format }]]
  }),
  [
    'chart',
    explaining.chart,
    [
      {
        ...{ kind: 'payout-curve', curve: plain(OUTCOMES.commissionCurve()) },
        statement: plain(OUTCOMES.calculateCommission()),
      },
      { locale: 'en', format: 'svg' },
    ],
  ],
  [
    'explainIssue',
    explaining.explainIssue,
    [
      { code: 'NUMBER_INVALID', severity: 'error', path: ['sales'], params: {}, message: 'x' },
      { locale: 'zh-CN' },
    ],
  ],
]

/** Every outcome with the input and the policy that it is of; the three are not for each kind of outcome. */
const ofArchives: readonly Call[] = [...ruleCalls()]
  .flatMap(({ name, of, outcome, input, policy }): readonly Call[] => [
    [`verify of ${name}`, explaining.verify, [plain(outcome), policy, input, { of }]],
    [`diffOutcomes of ${name}`, explaining.diffOutcomes, [plain(outcome), plain(outcome)]],
    [`withInput of ${name}`, explaining.withInput, [plain(outcome), input]],
  ])
  .filter(([, run, given]) => attempt(() => (run as (...all: unknown[]) => unknown)(...given)).ok)

/** What is passed on to a function of the caller comes back as it is, so no draw of these says anything. */
const CALLERS_OWN = ['attempt', 'attemptEach']

export const allCalls: readonly Call[] = [
  ...calls.filter(([name]) => !CALLERS_OWN.includes(name)),
  ...ofScenario,
  ...ofExplain,
  ...ofArchives,
]
