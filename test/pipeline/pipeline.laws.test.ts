import fc from 'fast-check'
import {
  addDays,
  ageReceivables,
  attempt,
  checkDiscount,
  checkStage,
  collectionPeriod,
  type Deal,
  daysBetween,
  defineSalesProcess,
  forecastPipeline,
  handbook,
  type Invoice,
  measureCompleteness,
  measureFunnel,
  prioritise,
  salesVelocity,
  subtract as subtractAmounts,
  sumOf,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { shuffled, throughJson } from '../arbitraries.rooms.js'
import {
  compare,
  divide,
  type Fraction,
  fraction,
  multiply,
  parse,
  subtract,
  sum,
  toDecimal,
  toText,
} from '../oracle/fraction.js'
import {
  countBackDays,
  expectation,
  median,
  type OracleDeal,
  square,
  walk,
} from '../oracle/pipeline.js'
import { processOf } from './process.js'

const { pipeline } = handbook
const FIRST = '2026-01-01'
const day = (number: number) => addDays(FIRST, number)
const cents = (most: number) => fc.integer({ min: 0, max: most }).map((n) => (n / 100).toFixed(2))

const AS_OF = 60
const drawnDeal = fc
  .record({
    created: fc.integer({ min: 0, max: 20 }),
    moves: fc.array(fc.record({ stage: fc.nat({ max: 3 }), after: fc.nat({ max: 20 }) }), {
      maxLength: 5,
    }),
    end: fc.constantFrom<'won' | 'won-early' | 'lost' | 'open'>('won', 'won-early', 'lost', 'open'),
    customer: fc.constantFrom('A', 'B', 'C'),
    value: cents(1_000_000),
  })
  .map(({ created, moves, end, customer, value }) => {
    const most = end === 'lost' ? 2 : 3
    const entries = moves
      .map(({ stage, after }) => ({ stage: Math.min(stage, most), on: created + after }))
      .filter(({ on }) => on <= AS_OF)
    const last = Math.max(created, ...entries.map(({ on }) => on))
    const oracle: OracleDeal = {
      created,
      entries,
      won: wonOn(end, created, last),
      lost: end === 'lost' ? last + 1 : null,
    }
    const deal: Deal = {
      created: day(created),
      stages: entries.map(({ stage, on }) => ({ stage: `s${stage + 1}`, on: day(on) })),
      ...(oracle.won === null ? {} : { won: day(oracle.won) }),
      ...(oracle.lost === null ? {} : { lost: day(oracle.lost) }),
      ...{ customer, value },
    }
    return { oracle, deal }
  })
function wonOn(end: string, created: number, last: number): number | null {
  if (end === 'won') return last + 2
  return end === 'won-early' ? created + 5 : null
}

const drawnDeals = fc.array(drawnDeal, { maxLength: 25 })
const four = processOf(4, { minimumSample: 2 })
const funnelOf = (deals: readonly Deal[]) => measureFunnel({ asOf: day(AS_OF), deals }, four)

describe('a funnel', () => {
  it('is what a second computation, day by day, makes of it', () => {
    fc.assert(
      fc.property(drawnDeals, (drawn) => {
        const funnel = funnelOf(drawn.map(({ deal }) => deal))
        const walks = drawn.map(({ oracle }) => walk(oracle, 3, AS_OF))
        expect(funnel.notCounted).toEqual([])
        const reached = [0, 1, 2, 3].map((at) => walks.filter((one) => one.furthest >= at).length)
        expect(funnel.stages.map((stage) => stage.reached)).toEqual(reached)
        for (const state of ['won', 'lost', 'open'] as const)
          expect(funnel[state]).toBe(walks.filter((one) => one.state === state).length)
        const middle = median(walks.flatMap(({ leadToDeal }) => leadToDeal ?? []))
        expect(funnel.leadToDeal?.median ?? null).toBe(middle && toText(middle))
        for (const [at, { days }] of funnel.stages.entries()) {
          const stays = walks.flatMap((one) => one.stays.get(at) ?? [])
          const halfway = median(stays)
          expect([days?.count ?? 0, days?.median ?? null]).toEqual([
            ...[stays.length, halfway && toText(halfway)],
          ])
        }
      }),
      { numRuns: 200 },
    )
  })

  it('never rises from one stage to the next, and loses no deal', () => {
    fc.assert(
      fc.property(drawnDeals, fc.constantFrom(undefined, '2026-13-01'), (drawn, wrong) => {
        const bad = wrong === undefined ? [] : [{ created: wrong }]
        const { stages, won, lost, open, notCounted } = funnelOf([
          ...drawn.map(({ deal }) => deal),
          ...bad,
        ])
        for (const [at, { reached }] of stages.entries())
          expect(reached).toBeLessThanOrEqual(stages[at - 1]?.reached ?? drawn.length)
        expect((won ?? 0) + (lost ?? 0) + (open ?? 0)).toBe(drawn.length)
        expect(notCounted.length).toBe(bad.length)
      }),
    )
  })

  it('depends on no order of deals and of their histories', () => {
    fc.assert(
      fc.property(
        drawnDeals.chain((drawn) => fc.tuple(fc.constant(drawn), shuffled(drawn))),
        ([drawn, other]) => {
          const turned = other.map(({ deal }) => ({
            ...deal,
            stages: [...(deal.stages ?? [])].reverse(),
          }))
          expect(funnelOf(turned)).toEqual(funnelOf(drawn.map(({ deal }) => deal)))
        },
      ),
    )
  })

  it('sells per customer at least as much as per order, and both come to the total', () => {
    fc.assert(
      fc.property(drawnDeals, (drawn) => {
        const { sales } = funnelOf(drawn.map(({ deal }) => deal))
        if (sales === null || sales.orders === 0) return
        const won = drawn.filter(({ oracle }) => walk(oracle, 3, AS_OF).state === 'won')
        const total = sum(won.map(({ deal }) => parse(String(deal.value))))
        const customers = new Set(won.map(({ deal }) => deal.customer)).size
        expect(sales.total).toBe(toDecimal(total, 2, 'half-up'))
        const per = (count: number) =>
          toDecimal(divide(total, fraction(BigInt(count))), 2, 'half-up')
        expect([sales.salesPerOrder, sales.salesPerCustomer]).toEqual([
          per(won.length),
          per(customers),
        ])
        expect(Number(sales.salesPerCustomer)).toBeGreaterThanOrEqual(Number(sales.salesPerOrder))
      }),
    )
  })

  it('has its bottleneck among the steps that were judged, and none converts less', () => {
    fc.assert(
      fc.property(drawnDeals, (drawn) => {
        const { steps, bottleneck } = funnelOf(drawn.map(({ deal }) => deal))
        const judged = steps.filter(({ from }) => bottleneck.judged.includes(from))
        expect([...bottleneck.judged, ...bottleneck.tooFew].sort()).toEqual(['s1', 's2', 's3'])
        const decided = (step: (typeof steps)[number]) => step.wentOn + (step.lost ?? 0)
        expect(judged.every((step) => decided(step) >= 2)).toBe(true)
        expect(bottleneck.byConversion.length > 0).toBe(judged.some((step) => step.lost !== 0))
        for (const worst of bottleneck.byConversion)
          for (const one of judged)
            expect(worst.wentOn * decided(one)).toBeLessThanOrEqual(one.wentOn * decided(worst))
      }),
    )
  })
})

describe('the velocity', () => {
  it('is the exact product, and each lever gains what it gains alone', () => {
    const ratio = fc.integer({ min: 0, max: 100 }).map((n) => (n / 100).toFixed(2))
    const times = fc.integer({ min: 1, max: 100 }).map((n) => (n / 100).toFixed(2))
    fc.assert(
      fc.property(
        fc.nat(500),
        cents(1_000_000),
        ratio,
        fc.integer({ min: 1, max: 400 }),
        times,
        (open, dealSize, winRate, cycleDays, by) => {
          const levers = { open, dealSize, winRate, cycleDays }
          const found = salesVelocity(
            { ...levers, times: { winRate: by, cycleDays: by } },
            pipeline,
          )
          const perDay = divide(
            multiply(multiply(fraction(BigInt(open)), parse(dealSize)), parse(winRate)),
            fraction(BigInt(cycleDays)),
          )
          expect(found.perDay).toBe(toDecimal(perDay, 2, 'half-up'))
          expect(found.per30Days).toBe(toDecimal(multiply(perDay, fraction(30n)), 2, 'half-up'))
          const one = fraction(1n)
          expect(found.gains).toEqual({
            winRate: toText(subtract(parse(by), one)),
            cycleDays: toText(subtract(divide(one, parse(by)), one)),
          })
        },
      ),
    )
  })
})

/** The range reaches a standard deviation from the mean, or as far as can happen, whatever is less; to the cent. */
function expectReach(reach: Fraction, most: Fraction, variance: Fraction) {
  const cent = parse('0.01')
  const more = sum([reach, cent])
  const less = subtract(reach, cent)
  const isWide = compare(square(more), variance) >= 0
  expect(isWide || compare(more, most) >= 0).toBe(true)
  if (less.n <= 0n) return
  expect(compare(square(less), variance)).toBeLessThanOrEqual(0)
  expect(compare(less, most)).toBeLessThanOrEqual(0)
}

describe('a forecast', () => {
  const open = fc.record({
    stage: fc.constantFrom('prospecting', 'solution-design', 'negotiation-signing'),
    value: cents(100_000_000),
    probability: fc.integer({ min: 0, max: 12 }).map((n) => toText(fraction(BigInt(n), 12n))),
    expected: fc.integer({ min: 0, max: 200 }).map(day),
  })
  const deals = fc.array(open, { maxLength: 20 })
  const forecastOf = (
    list: readonly (typeof open extends fc.Arbitrary<infer One> ? One : never)[],
  ) => forecastPipeline({ asOf: FIRST, deals: list }, pipeline)

  it('is the exact expectation, with a range of one standard deviation inside what can happen', () => {
    fc.assert(
      fc.property(deals, (list) => {
        const { total } = forecastOf(list)
        const { mean, variance, certain, possible } = expectation(list)
        expect(total.expected).toBe(toDecimal(mean, 2, 'half-up'))
        const [low, high] = [parse(total.low), parse(total.high)]
        expectReach(subtract(mean, low), subtract(mean, certain), variance)
        expectReach(subtract(high, mean), subtract(possible, mean), variance)
        expect(compare(low, parse(total.expected))).toBeLessThanOrEqual(0)
        expect(compare(high, parse(total.expected))).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('adds up by period, loses no deal, and depends on no order', () => {
    fc.assert(
      fc.property(
        deals.chain((list) => fc.tuple(fc.constant(list), shuffled(list))),
        ([list, other]) => {
          const forecast = forecastOf(list)
          const summed = (key: 'expected' | 'value') =>
            Number(
              subtractAmounts(sumOf(forecast.periods.map((one) => one[key])), forecast.total[key]),
            )
          expect([summed('expected'), summed('value')]).toEqual([0, 0])
          expect(forecast.deals.length + forecast.setAside.length).toBe(list.length)
          const again = forecastOf(other)
          expect(again.total).toEqual(forecast.total)
          expect(again.periods).toEqual(forecast.periods)
        },
      ),
    )
  })

  it('rises with a higher probability', () => {
    fc.assert(
      fc.property(deals, fc.nat(19), (list, at) => {
        const higher = list.map((one, index) => (index === at ? { ...one, probability: '1' } : one))
        expect(Number(forecastOf(higher).total.expected)).toBeGreaterThanOrEqual(
          Number(forecastOf(list).total.expected),
        )
      }),
    )
  })
})

describe('receivables', () => {
  const invoice = fc
    .record({
      amount: fc.integer({ min: -50_000, max: 500_000 }).map((n) => (n / 100).toFixed(2)),
      due: fc.option(fc.integer({ min: -20, max: 220 }), { nil: null }),
      paid: fc.integer({ min: 0, max: 100 }),
      on: fc.integer({ min: -10, max: 150 }),
    })
    .map(({ amount, due, paid, on }): Invoice & { readonly paidOn: number } => ({
      amount,
      ...(due === null ? {} : { due: day(due), invoiced: day(Math.min(due, 0)) }),
      payments: [
        { amount: toText(multiply(parse(amount), fraction(BigInt(paid), 100n)), 4), on: day(on) },
      ],
      paidOn: on,
    }))
  const invoices = fc.array(invoice, { maxLength: 20 })
  const given = (list: readonly (Invoice & { readonly paidOn: number })[]) =>
    list.map(({ paidOn: _, ...one }) => one)
  const asOf = day(100)

  it('are all in one bucket each, or undated, and the buckets add up to what is open', () => {
    fc.assert(
      fc.property(
        invoices.chain((list) => fc.tuple(fc.constant(list), shuffled(list))),
        ([list, other]) => {
          const aged = ageReceivables({ asOf, invoices: given(list) }, pipeline)
          const open = sum(
            list.map(({ amount, payments = [], paidOn }) =>
              subtract(
                parse(String(amount)),
                paidOn > 100 ? fraction(0n) : parse(String(payments[0]?.amount)),
              ),
            ),
          )
          expect(aged.notCounted).toEqual([])
          expect(compare(parse(aged.total), open)).toBe(0)
          const parts = [...aged.buckets.map(({ amount }) => amount), aged.undated]
          expect(compare(sum(parts.map(parse)), open)).toBe(0)
          for (const one of aged.invoices) {
            const homes = aged.buckets.filter(
              ({ from, to }) =>
                one.days !== null &&
                (from === null || one.days >= from) &&
                (to === null || one.days <= to),
            )
            expect(homes.map(({ id }) => id)).toEqual(one.bucket === null ? [] : [one.bucket])
          }
          const again = ageReceivables({ asOf, invoices: given(other) }, pipeline)
          expect([again.buckets, again.customers]).toEqual([aged.buckets, aged.customers])
        },
      ),
    )
  })

  it('are collected in days between the shortest and the longest', () => {
    fc.assert(
      fc.property(invoices, (list) => {
        const { days } = collectionPeriod({ asOf, invoices: given(list) }, pipeline)
        const all = list.flatMap(({ amount, invoiced, payments = [], paidOn }) =>
          Number(amount) <= 0 || !invoiced || paidOn > 100 || Number(payments[0]?.amount) === 0
            ? []
            : [daysBetween(invoiced, day(paidOn))],
        )
        expect(days === null).toBe(all.length === 0)
        if (days === null) return
        expect(Number(days)).toBeGreaterThanOrEqual(Math.min(...all) - 1e-9)
        expect(Number(days)).toBeLessThanOrEqual(Math.max(...all) + 1e-9)
      }),
    )
  })

  it('counted back, are what a second computation, one day after the other, makes of them', () => {
    const months = fc.array(cents(20_000_000), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(cents(60_000_000), months, (receivables, sales) => {
        const rows = sales.map((amount, at) => {
          const month = addDays('2026-06-15', -30 * at).slice(0, 7)
          return { month, sales: amount }
        })
        const lengths = rows.map(({ month, sales: amount }) => {
          const next = addDays(`${month}-28`, 4)
          return { sales: amount, days: daysBetween(`${month}-01`, `${next.slice(0, 7)}-01`) }
        })
        if (new Set(rows.map(({ month }) => month)).size < rows.length) return
        const found = collectionPeriod({ receivables, months: rows }, pipeline)
        const { days, left } = countBackDays(receivables, lengths)
        if (left.n === 0n) expect(found.days).toBe(toText(days))
        else expect([found.days, found.moreThan]).toEqual([null, toText(days)])
      }),
      { numRuns: 60 },
    )
  })
})

describe('a discount', () => {
  const request = fc.record({
    rung: fc.constantFrom('sales-representative', 'sales-supervisor', 'sales-director'),
    listPrice: fc.integer({ min: 1, max: 3_000_000 }).map(String),
    price: fc.integer({ min: 1, max: 3_000_000 }).map(String),
    cost: fc.integer({ min: 0, max: 2_000_000 }).map(String),
    floor: fc.integer({ min: 0, max: 2_000_000 }).map(String),
    inExchange: fc.constantFrom<readonly string[]>([], ['prepayment']),
  })
  const RANK = { granted: 0, 'needs-approval': 1, unknown: 2, refused: 2 }

  it('is never easier to grant at a lower price, and never easier for a lower rung', () => {
    fc.assert(
      fc.property(request, fc.integer({ min: 1, max: 3_000_000 }), (asked, other) => {
        const found = checkDiscount(asked, pipeline)
        const cheaper = String(Math.min(other, Number(asked.price)))
        const lower = checkDiscount({ ...asked, price: cheaper }, pipeline)
        expect(RANK[lower.decision]).toBeGreaterThanOrEqual(RANK[found.decision])
        const director = checkDiscount({ ...asked, rung: 'sales-director' }, pipeline)
        expect(RANK[director.decision]).toBeLessThanOrEqual(RANK[found.decision])
      }),
    )
  })

  it('that a rung may grant, all above it may, by any process that can be defined', () => {
    const MAY = new Map<boolean | 'unknown', number>([
      [false, 0],
      ['unknown', 1],
      [true, 2],
    ])
    const limit = fc.constantFrom('0.1', '0.2', '0.3')
    const authority = fc.record(
      { discountAtMost: limit, amountAtMost: fc.constantFrom('50', '100'), marginAtLeast: limit },
      { requiredKeys: ['discountAtMost'] },
    )
    const price = fc.integer({ min: 50, max: 100 }).map(String)
    const cost = fc.option(fc.integer({ min: 30, max: 100 }).map(String))
    const listPrice = fc.constantFrom('50', '100', '101')
    let isEverTold = false
    fc.assert(
      fc.property(
        fc.array(authority, { minLength: 2, maxLength: 4 }),
        fc.record({ listPrice, price, cost }),
        (authorities, prices) => {
          const rungs = authorities.map((one, at) => ({ rung: `r${at}`, ...one }))
          const process = attempt(() => processOf(2, { discounts: { authorities: rungs } }))
          if (!process.ok) {
            expect(process.issues.map(({ code }) => code)).toContain('OUT_OF_ORDER')
            return
          }
          const checked = checkDiscount({ ...prices, rung: 'r0' }, process.value)
          const may = checked.authorities.map(({ mayGrant }) => MAY.get(mayGrant) ?? -1)
          expect(may).toEqual([...may].sort())
          isEverTold ||= new Set(may).size > 1
        },
      ),
      { numRuns: 400 },
    )
    expect(isEverTold).toBe(true)
  })

  it('is granted down to the lowest price, and not a cent below it', () => {
    fc.assert(
      fc.property(request, (asked) => {
        const { lowestPrice } = checkDiscount(asked, pipeline)
        if (lowestPrice === null || Number(lowestPrice) < 0.02) return
        const at = (price: string) =>
          checkDiscount({ ...asked, price, inExchange: ['prepayment'] }, pipeline).decision
        expect(at(lowestPrice)).toBe('granted')
        expect(at(subtractAmounts(lowestPrice, '0.01'))).not.toBe('granted')
      }),
    )
  })
})

describe('a stage', () => {
  const facts = fc.record(
    {
      tailoredProposal: fc.boolean(),
      successStories: fc.nat(5),
      competitorComparison: fc.boolean(),
      demonstration: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  const RANK = new Map<boolean | 'unknown', number>([
    [false, 0],
    ['unknown', 1],
    [true, 2],
  ])

  it('is never held back by more evidence that is good, and never let go by what is unknown', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const checked = checkStage(given, 'solution-design', pipeline)
        const all = { tailoredProposal: true, successStories: 3, ...given }
        const more = checkStage(all, 'solution-design', pipeline)
        expect(RANK.get(more.mayMove)).toBeGreaterThanOrEqual(RANK.get(checked.mayMove) ?? 0)
        const isKnown = given.tailoredProposal === true && (given.successStories ?? 0) >= 3
        expect(checked.mayMove === true).toBe(isKnown)
        expect(checked.complete === true).toBe(checked.missing.length === 0)
      }),
    )
  })
})

describe('records', () => {
  const fields = ['customer', 'contact', 'purpose', 'result', 'nextStep']
  const record = fc
    .record({ filled: fc.subarray(fields), rep: fc.constantFrom('Li', 'Wang'), after: fc.nat(72) })
    .map(({ filled, rep, after }) => ({
      ...{ kind: 'visit', rep, occurred: '2026-03-02T00:00:00Z' },
      recorded: new Date(Date.UTC(2026, 2, 2, after)).toISOString(),
      fields: Object.fromEntries(filled.map((field) => [field, 'x'])),
    }))
  const measured = (
    records: readonly (typeof record extends fc.Arbitrary<infer One> ? One : never)[],
  ) => measureCompleteness({ asOf: '2026-03-09T00:00:00Z', records }, pipeline)

  it('are as complete in any order, the groups add up, and one more field never makes them worse', () => {
    const lists = fc.array(record, { minLength: 1, maxLength: 15 })
    fc.assert(
      fc.property(
        lists.chain((list) => fc.tuple(fc.constant(list), shuffled(list))),
        ([list, other]) => {
          const { total, groups, met, remaining } = measured(list)
          expect(measured(other)).toEqual(measured(list))
          const of = (key: 'records' | 'complete' | 'filled' | 'required' | 'inTime' | 'late') =>
            groups.reduce((all, group) => all + group[key], 0)
          for (const key of [
            'records',
            'complete',
            'filled',
            'required',
            'inTime',
            'late',
          ] as const)
            expect(of(key)).toBe(total[key])
          expect(total.ofFields).toBe(
            toText(fraction(BigInt(total.filled), BigInt(total.required))),
          )
          expect(met).toBe(100 * total.filled >= 98 * total.required)
          expect(remaining === 0).toBe(met)
          const [first, ...rest] = list
          if (first === undefined) return
          const better = {
            ...first,
            fields: Object.fromEntries(fields.map((field) => [field, 'x'])),
          }
          expect(measured([better, ...rest]).total.filled).toBeGreaterThanOrEqual(total.filled)
        },
      ),
    )
  })
})

describe('priorities', () => {
  const points = fc.integer({ min: 0, max: 100 })
  const task = fc.record({ important: points, urgent: points })
  const tasks = fc
    .array(task, { maxLength: 15 })
    .map((list) => list.map((one, at) => ({ id: `t${String(at).padStart(2, '0')}`, ...one })))

  it('are in no order but their own, quadrant by quadrant, and lose no task', () => {
    fc.assert(
      fc.property(
        tasks.chain((list) => fc.tuple(fc.constant(list), shuffled(list))),
        ([list, other]) => {
          const order = (given: typeof list) =>
            prioritise(given, pipeline).tasks.map(({ id }) => id)
          expect(order(other)).toEqual(order(list))
          const ranked = prioritise(list, pipeline).tasks
          expect(ranked.map(({ id }) => id).sort()).toEqual(list.map(({ id }) => id))
          const quadrants = ranked.map(({ quadrant }) => quadrant)
          expect(quadrants).toEqual([...quadrants].sort())
        },
      ),
    )
  })

  it('move a task that becomes more important to no later place', () => {
    fc.assert(
      fc.property(tasks, fc.nat(14), points, (list, at, more) => {
        const raised = list.map((one, index) =>
          index === at ? { ...one, important: Math.max(one.important, more) } : one,
        )
        const place = (given: typeof list) =>
          prioritise(given, pipeline).tasks.findIndex(({ id }) => id === list[at]?.id)
        expect(place(raised)).toBeLessThanOrEqual(place(list))
      }),
    )
  })
})

describe('a sales process', () => {
  it('is the same after it was written as JSON and defined again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 6 }), fc.nat(100), (stages, percent) => {
        const process = processOf(stages, {
          minimumSample: 1 + percent,
          forecast: { deviations: (percent / 10).toFixed(1) },
        })
        expect(defineSalesProcess(throughJson(process))).toStrictEqual(process)
      }),
    )
  })
})
