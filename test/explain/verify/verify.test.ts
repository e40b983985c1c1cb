import { readFileSync } from 'node:fs'
import { Decimal } from 'decimal.js'
import {
  amendPolicy,
  attempt,
  calculateCommission,
  checkPromotion,
  definePolicy,
  gradeConsequences,
  handbook,
  localDateOf,
  policyOn,
  scoreRfm,
  settleCommission,
  withValue,
} from 'sales-rules'
import { verify, withInput } from 'sales-rules/explain'
import { describe, expect, it } from 'vitest'
import { EXPLAINED } from '../../../src/explain/signs.js'
import * as rules from '../../../src/index.js'
import { RULES } from '../../../src/policy/internal.js'
import { throughJson } from '../../arbitraries.rooms.js'
import { ruleCalls } from '../../ruleCalls.js'
import { changesOf } from './changedSomewhere.js'

const { commission } = handbook
const input = { payee: 'Li', period: '2026-Q1', sales: '1500000', target: '1200000' }
const statement = calculateCommission(input, commission)
const same = { identical: true }
/** What is refused: where, by which code, and the message. */
const refused = (call: () => unknown) => {
  const result = attempt(call)
  return result.ok ? [] : result.issues.map(({ code, message }) => [code, message])
}

describe('verify', () => {
  it('says that an outcome is what its input and its policy come to, as it is and from an archive', () => {
    expect(verify(statement, commission, input)).toEqual(same)
    expect(verify(throughJson(statement), commission, throughJson(input))).toEqual(same)
  })

  it('names the first place that differs, what was there and what is', () => {
    const [first, second] = statement.slices
    const slices = [first, { ...second, amount: '20001.00' }]
    expect(verify({ ...statement, slices, mode: 'x' }, commission, input)).toEqual({
      identical: false,
      path: ['slices', 1, 'amount'],
      was: '20001.00',
      is: '20000.00',
    })
  })

  it.each<[string, object, object]>([
    ['a field that should not be there', { bonus: '1' }, { path: ['bonus'], was: '1' }],
    [
      'an entry too many',
      { clauses: [...statement.clauses, 'COM-9'] },
      { path: ['clauses', statement.clauses.length], was: 'COM-9' },
    ],
    ['an entry too few', { slices: [] }, { path: ['slices', 0], is: statement.slices[0] }],
    ['null for something', { gate: null }, { path: ['gate'], was: null, is: statement.gate }],
    ['a number for a text', { sales: 1500000 }, { path: ['sales'], was: 1500000 }],
    ['an object for a list', { notCounted: {} }, { path: ['notCounted'], was: {}, is: [] }],
    ['a policy that is none', { policy: 'x' }, { path: ['policy'], was: 'x' }],
  ])('finds %s', (_, change, expected) => {
    expect(verify({ ...statement, ...change }, commission, input)).toMatchObject({
      identical: false,
      ...expected,
    })
  })

  it('finds a field that is gone', () => {
    const { mode: _, ...rest } = statement
    expect(verify(rest, commission, input)).toEqual({
      identical: false,
      path: ['mode'],
      is: 'marginal',
    })
  })

  it('refuses an outcome without an input', () => {
    expect(refused(() => verify(statement, commission))).toEqual([
      [
        'VALUE_MISSING',
        'input: is missing, expected the input that the outcome was made from: given, or recorded by withInput.',
      ],
    ])
  })

  it('reads the input that was recorded, whatever became of the given one since', () => {
    const given = { ...input }
    const archived = throughJson(withInput(statement, given))
    given.sales = '1'
    expect(verify(archived, commission)).toEqual(same)
  })

  it('compares what was recorded with what is given', () => {
    const archived = withInput(statement, input)
    expect(verify(archived, commission, input)).toEqual(same)
    const changed = { ...archived, input: { ...input, payee: 'Wang' } }
    expect(verify(changed, commission, input)).toEqual({
      identical: false,
      path: ['input', 'payee'],
      was: 'Wang',
      is: 'Li',
    })
  })

  it('refuses another policy by name, and compares nothing', () => {
    const policy = definePolicy({
      id: 'acme',
      versions: [{ version: '2026', effectiveFrom: '2026-01-01', commission }],
    })
    const edits = [{ path: 'commission.scale.tiers.second.rate', set: '0.045' }]
    const amended = amendPolicy(policy, edits, '2026-07-01')
    const march = policyOn(amended, '2026-03-31').commission
    const july = policyOn(amended, '2026-07-31').commission
    const made = throughJson(calculateCommission(input, march))
    expect(verify(made, march, input)).toEqual(same)
    const [[code, message = ''] = []] = refused(() => verify(made, july, input))
    expect(code).toBe('PLAN_CHANGED')
    expect(message).toMatch(
      /^policy: the outcome was made by \S+ \S+ from 2026-01-01 \(.{64}\), and the policy given is \S+ \S+ from 2026-07-01 \(.{64}\)\. Pass the one that it was made by\.$/,
    )
    // The same plan, which is of no document.
    expect(refused(() => verify(made, commission, input))[0]?.[0]).toBe('PLAN_CHANGED')
  })

  it('refuses a policy of the same name and the same day that decides something else', () => {
    const acme = (rate: string) => {
      const plan = withValue(commission, 'scale.tiers.second.rate', rate)
      const versions = [{ version: '2026', effectiveFrom: '2026-01-01', commission: plan }]
      return policyOn(definePolicy({ id: 'acme', versions }), '2026-03-31').commission
    }
    const made = throughJson(calculateCommission(input, acme('0.04')))
    expect(verify(made, acme('0.04'), input)).toEqual(same)
    expect(refused(() => verify(made, acme('0.045'), input))[0]?.[0]).toBe('PLAN_CHANGED')
  })

  it('shows other figures under the same version as a difference', () => {
    const now = withValue(commission, 'scale.tiers.second.rate', '0.045')
    const renamed = rules.defineCommissionPlan({
      ...throughJson(now),
      id: commission.id,
      version: commission.version,
    })
    expect(verify(statement, renamed, input)).toMatchObject({ path: ['amount'], is: '52500.00' })
  })

  it('asks for the function where several return the same, and for an empty list', () => {
    const set = rules.setTarget(
      { owner: 'Li', measure: 'sales', amount: '1200', period: '2026', reason: 'growth' },
      handbook.targets,
    )
    expect(refused(() => verify(set, handbook.targets, {}))).toEqual([
      [
        'VALUE_MISSING',
        'options.of: is missing, expected one of "reviseTarget", "setTarget", "signOffTarget".',
      ],
    ])
    const good = [{ period: '2026-Q1', grade: 'B' }]
    expect(refused(() => verify([], handbook.grading, good))).toEqual([
      [
        'VALUE_MISSING',
        expect.stringMatching(/^options\.of: is missing, expected one of .*"gradeConsequences"/),
      ],
    ])
    expect(refused(() => verify('2026-01-05', null, {}))[0]?.[0]).toBe('VALUE_INVALID')
    expect(refused(() => verify({}, commission, input))[0]?.[0]).toBe('VALUE_INVALID')
    expect(refused(() => verify(statement, commission, input, { of: 'calculate' }))[0]?.[0]).toBe(
      'VALUE_NOT_ALLOWED',
    )
  })

  it('knows a list by what its entries have', () => {
    const history = [{ period: '2026-Q1', grade: 'A' }]
    const found = gradeConsequences(history, handbook.grading)
    expect(found).not.toEqual([])
    expect(verify(found, handbook.grading, history)).toEqual(same)
  })

  it('tells of several that return the same the one that reads no policy', () => {
    const target = { owner: 'Li', measure: 'sales', amount: '1', period: '2026', reason: 'x' }
    const history = rules.setTarget(target, handbook.targets)
    const signature = { as: 'person', by: 'Li', on: '2026-01-05' } as const
    const signed = rules.signOffTarget(history, signature)
    expect(verify(signed, null, { history, signature })).toEqual(same)
  })

  it('takes several arguments by name, and a first one that is no object alone', () => {
    const facts = { yearlyGrades: [{ period: '2025', value: 'S' }], asOf: '2026' }
    const check = checkPromotion(facts, 'sales-supervisor', handbook.careers)
    const named = { facts, rung: 'sales-supervisor' }
    expect(verify(check, handbook.careers, named)).toEqual(same)
    expect(refused(() => verify(check, handbook.careers, facts))[0]).toEqual([
      'UNKNOWN_KEY',
      'input.yearlyGrades: is not a known key. Known: facts, rung.',
    ])
    const history = [{ period: '2026-Q1', grade: 'C' }]
    const options = { asOf: '2026-Q2' }
    const found = gradeConsequences(history, handbook.grading, options)
    const of = 'gradeConsequences'
    expect(verify(found, handbook.grading, { history, options }, { of })).toEqual(same)
    expect(verify(found, handbook.grading, history, { of })).toEqual(same)
    const wanted = rules.salesForCommission(new Decimal('50000'), commission, { target: 1200000n })
    const amount = { amount: new Decimal('50000'), facts: { target: 1200000n } }
    expect(verify(throughJson(wanted), commission, amount)).toEqual(same)
    expect(verify(withInput(wanted, amount), commission)).toEqual(same)
  })

  it('reads no policy where the function reads none, and refuses one', () => {
    const orders = [{ customer: 'Acme', date: '2026-01-05', amount: '5' }]
    const options = { asOf: '2026-03-31', bins: 5 }
    const scored = scoreRfm(orders, options)
    const named = { orders, options }
    expect(verify(scored, null, named, { of: 'scoreRfm' })).toEqual(same)
    expect(refused(() => verify(scored, commission, named, { of: 'scoreRfm' }))).toEqual([
      ['VALUE_INVALID', 'policy: got an object, expected null: the function reads no policy.'],
    ])
    const hours = rules.defineWorkingHours({ timeZone: '+08:00', week: { 1: ['09:00-17:00'] } })
    const day = localDateOf('2026-03-06T16:00:00Z', hours)
    expect(verify(day, hours, '2026-03-06T16:00:00Z', { of: 'localDateOf' })).toEqual(same)
  })

  it('refuses a policy of another kind, a document, and what was not defined', () => {
    const document = definePolicy({
      versions: [{ version: '2026', effectiveFrom: '2026-01-01', commission }],
    })
    for (const policy of [handbook.appraisal, document, throughJson(commission), null])
      expect(refused(() => verify(statement, policy as never, input))[0]?.[0]).toBe(
        'POLICY_NOT_DEFINED',
      )
  })

  it('refuses an input that the function refuses, with its place', () => {
    expect(refused(() => verify(statement, commission, { sale: '1' }))[0]).toEqual([
      'UNKNOWN_KEY',
      'input.sale: is not a known key. Known: payee, period, sales, lines, exchangeRates, target, measure, coefficientUplift, targetIncentive, facts, yearToDate. Did you mean "sales"?',
    ])
  })
})

describe('verify, by a plan that was edited and kept its name', () => {
  const scale = (rate: string) =>
    ({ mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate }] }) as const
  const january = { period: '2026-01', lines: [{ id: 'O-1', amount: '1000' }] }
  const really = { payee: 'Li', ...january, lines: [{ id: 'O-1', amount: '800' }] }
  const february = { period: '2026-02', lines: [{ id: 'O-2', amount: '500' }] }

  it('shows the first figure that differs of a settlement that corrects an earlier month', () => {
    const planWith = (rate: string) =>
      rules.defineCommissionPlan({ currency: 'EUR', scale: scale(rate), payment: {} })
    const plan = planWith('0.1')
    const { closing, periods } = settleCommission({ payee: 'Li', periods: [january] }, plan)
    const paid = periods.map((one) => one.statement)
    const adjustments = rules.restateCommission({ paid, now: [really] }, plan).corrections
    const given = { payee: 'Li', opening: closing, periods: [{ ...february, adjustments }] }
    // 50 less 20.
    const settlement = settleCommission(given, plan)
    expect(settlement.paid).toBe('30.00')
    expect(verify(throughJson(settlement), plan, throughJson(given))).toEqual(same)
    const expected = { identical: false, path: ['periods', 0, 'earned'], was: '50.00', is: '60.00' }
    expect(verify(settlement, planWith('0.12'), given)).toEqual(expected)
    const archived = throughJson(withInput(settlement, given))
    expect(verify(archived, planWith('0.12'))).toEqual(expected)
  })

  it('shows it of several components', () => {
    const planWith = (rate: string) =>
      rules.defineCompensationPlan({
        currency: 'EUR',
        payment: {},
        components: [{ id: 'sales', commission: { scale: scale(rate) } }],
      })
    const plan = planWith('0.1')
    const month = ({ period, ...sales }: { readonly period: string }) => ({
      period,
      components: { sales },
    })
    const first = rules.settleCompensation({ payee: 'Li', periods: [month(january)] }, plan)
    const now = [{ payee: 'Li', ...month({ ...january, lines: really.lines } as never) }]
    const { corrections } = rules.restateCompensation({ paid: first.periods, now } as never, plan)
    const periods = [{ ...month(february), corrections }]
    const given = { payee: 'Li', opening: first.closing, periods } as never
    const settlement = rules.settleCompensation(given, plan)
    expect(verify(settlement, plan, given)).toEqual(same)
    expect(verify(settlement, planWith('0.12'), given)).toEqual({
      ...{ identical: false, path: ['periods', 0, 'earned'] },
      ...{ was: '50.00', is: '60.00' },
    })
  })

  it('says why where it refuses the input that the outcome was made from', () => {
    const schemeWith = (maximum: number) =>
      rules.defineAppraisalScheme({
        missing: 'refuse',
        indicators: [{ id: 'x', weight: 100, curve: { kind: 'points', maximum } }],
      })
    const given = { results: { x: { points: 95 } } }
    const appraisal = rules.appraise(given, schemeWith(100))
    const found = verify(appraisal, schemeWith(90), given)
    expect(found).toMatchObject({
      identical: false,
      path: ['input', 'results', 'x', 'points'],
      issues: [{ code: 'NUMBER_OUT_OF_RANGE' }],
    })
    expect(found).not.toHaveProperty('was')
  })
})

describe('withInput', () => {
  it('keeps bigints and Decimals as text, in the order of their keys', () => {
    const given = { sales: new Decimal('1500000'), target: 1200000n, payee: undefined }
    const recorded = withInput(calculateCommission(given as never, commission), given)
    expect(JSON.stringify(recorded.input)).toBe('{"sales":"1500000","target":"1200000"}')
    expect(verify(throughJson(recorded), commission)).toEqual(same)
  })

  it('packs the policies of an input, and refuses them where a byte was changed', () => {
    const plan = rules.defineCommissionPlan({ ...throughJson(commission), payment: {} })
    const earlier = rules.defineCommissionPlan({ ...throughJson(plan), version: '2025' })
    const settling = {
      payee: 'Li',
      periods: [{ period: '2026-Q1', sales: '1500000', target: '1200000' }],
      earlierPlans: [earlier],
    }
    const archived = throughJson(withInput(settleCommission(settling, plan), settling))
    expect(verify(archived, plan)).toEqual(same)
    const text = JSON.stringify(archived).replace('"version":"2025"', '"version":"2024"')
    expect(refused(() => verify(JSON.parse(text), plan))[0]?.[0]).toBe('POLICY_NOT_DEFINED')
  })

  it('refuses lists, and what is no plain JSON', () => {
    expect(refused(() => withInput([1] as never, input))).toEqual([
      ['VALUE_INVALID', 'outcome: got an array, expected a plain object.'],
    ])
    expect(refused(() => withInput(statement, { sales: Number.NaN }))[0]?.[1]).toBe(
      'input.sales: got NaN, expected plain JSON: objects, arrays, texts, numbers, true, false, null.',
    )
  })
})

describe('the outcomes of every function', () => {
  const made = [...ruleCalls()]

  it.each(made)('of $name are identical, with the input given or recorded', (call) => {
    const { of, outcome, input: given, policy } = call
    expect(verify(throughJson(outcome), policy, given, { of })).toEqual(same)
    if (typeof outcome !== 'object' || outcome === null || Array.isArray(outcome)) return
    const archived = throughJson(withInput(outcome as object, given))
    expect(verify(archived, policy, undefined, { of })).toEqual(same)
  })

  it.each(made)(
    'of $name show a change wherever it is',
    ({ of, outcome, input: given, policy }) => {
      for (const changed of changesOf(throughJson(outcome))) {
        const result = attempt(() => verify(changed, policy, given, { of }))
        // A policy of another name is refused.
        if (result.ok) expect(result.value.identical).toBe(false)
        else expect(result.issues[0]?.code).toBe('PLAN_CHANGED')
      }
    },
  )

  it.each(made)(
    'of $name are told by what they are, or refused',
    ({ of, outcome, input: given, policy }) => {
      const told = attempt(() => verify(outcome, policy, given))
      const several = ['advanceApplication', 'openApplication', 'reviseTarget', 'setTarget']
      const isTold = EXPLAINED.some((name) => name === of) && !several.includes(of)
      expect(told.ok).toBe(isTold)
      if (told.ok) expect(told.value).toEqual(same)
    },
  )

  it('are those of all functions of the root that make one', () => {
    // What makes no outcome of an input: policies and calendars, what a plan needs, totals that are still open, the kernel.
    const makers =
      /^(define|diff|apply[A-Z]|amend|lint|pack|unpack|policies|calendar)|^(withValue|policyOn|planNeeds|checkExamples|commissionAccumulator)$/
    const kernel = [
      'addDays',
      'addMonths',
      'addPeriods',
      'addWorkingDays',
      'allocate',
      'attempt',
      'attemptEach',
      'compareAmounts',
      'countWorkingDays',
      'daysBetween',
      'digestOf',
      'findStreaks',
      'invertScale',
      'isWorkingDay',
      'multiply',
      'periodOf',
      'periodRange',
      'round',
      'SalesRulesError',
      'subtract',
      'sumOf',
      'versionOn',
    ]
    const functions = Object.entries(rules).flatMap(([name, value]) =>
      typeof value === 'function' && !makers.test(name) && !kernel.includes(name) ? [name] : [],
    )
    expect(Object.keys(RULES)).toEqual(functions.sort())
    expect([...new Set(made.map(({ of }) => of))].sort()).toEqual(functions.sort())
  })

  it('of several arguments are in the docs, with their names', () => {
    const several = Object.entries(RULES).flatMap(([name, { takes = [] }]) => {
      const names = takes.filter((one) => one !== 'policy').map((one) => `\`${one}\``)
      return names.length > 1 ? [`| \`${name}\` | ${names.join(', ')} |`] : []
    })
    const page = readFileSync('docs/verify.md', 'utf8')
    expect(page.match(/^\| `\w+` \| `.*\|$/gm)).toEqual(several)
  })
})
