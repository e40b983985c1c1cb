import fc from 'fast-check'
import {
  attempt,
  attributeCommission,
  type CommissionLine,
  type CommissionPlanInput,
  type CommissionStatement,
  calculateCommission,
  commissionAccumulator,
  type DefinedCommissionPlan,
  defineCommissionPlan,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { shuffled, throughJson, type Working, workings } from '../arbitraries.rooms.js'
import { stateByTheRules } from '../oracle/commission.js'
import {
  add,
  compare,
  type Fraction,
  fraction,
  multiply,
  parse,
  subtract,
  sum,
  toCanonical,
  toText,
  zero,
} from '../oracle/fraction.js'

function calculate({ input, plan }: Working): CommissionStatement {
  return calculateCommission(input, defineCommissionPlan(plan))
}

function attribute({ input, plan }: Working) {
  return attributeCommission(input, defineCommissionPlan(plan))
}

function total(texts: readonly string[]): Fraction {
  return sum(texts.map(parse))
}

/** The plan with one of its parts changed. */
function changed(working: Working, change: Partial<CommissionPlanInput>): Working {
  return { ...working, plan: { ...working.plan, ...change } }
}

const plain = ['cap', 'refunds', 'awards'] as const

/** Drawing a whole plan costs more than computing it; a few dozen draws a law find what hundreds do. */
const SOME = { numRuns: 60 }

describe('a statement of any plan', () => {
  it('is what the rules say, computed another way', () => {
    fc.assert(
      fc.property(workings(), (working) => {
        // An original's share is its own in the order of the deals; in proportion it is another.
        fc.pre(working.plan.refunds === 'net' || working.plan.attribution === 'deal-order')
        const expected = stateByTheRules(working.input, working.plan)
        const statement = calculate(working)
        expect({
          amount: statement.amount,
          exact: statement.unrounded,
          sales: toText(parse(statement.sales)),
          base: toText(parse(statement.base)),
          attainment: statement.attainment,
          isOpen: statement.gate === null || statement.gate.outcome === 'met',
          slices: toCanonical(total(statement.slices.map(({ amount }) => amount))),
          // A cap that took off less than a unit is named, and comes to nothing.
          adjustments: statement.adjustments.flatMap(({ kind, amount }) =>
            parse(amount).n === 0n ? [] : [{ kind, amount }],
          ),
          notCounted: statement.notCounted.map(({ id, issue }) => [id, issue.code]),
          awards: (statement.awards ?? []).map(({ award, line, outcome }) => [
            award,
            line,
            outcome,
          ]),
          refunds: (statement.refunds ?? []).map(({ line, amount }) => [line, amount]),
          issues: (statement.issues ?? []).map(({ path }) => path.join('.')),
        }).toEqual({
          amount: expected.amount,
          exact: toText(expected.exact),
          sales: toText(expected.sales),
          base: toText(expected.base),
          attainment: toText(expected.attainment),
          isOpen: expected.isOpen,
          slices: toCanonical(parse(expected.slices)),
          adjustments: expected.adjustments,
          notCounted: expected.notCounted,
          awards: expected.awards,
          refunds: expected.refunds,
          issues: expected.issues,
        })
      }),
      { numRuns: 120 },
    )
  })

  it('has slices and adjustments that add up to its amount', () => {
    fc.assert(
      fc.property(workings(), (working) => {
        const { amount, slices, adjustments } = calculate(working)
        const parts = total([...slices, ...adjustments].map((part) => part.amount))
        expect(parts).toEqual(parse(amount))
      }),
      SOME,
    )
  })

  it('depends on no order of its lines, unless the plan keeps them together', () => {
    const reordered = workings().chain((working) =>
      fc.tuple(fc.constant(working), shuffled(working.input.lines)),
    )
    fc.assert(
      fc.property(reordered, ([working, lines]) => {
        const plan = defineCommissionPlan(working.plan)
        // Of two lines with one id the first counts.
        fc.pre(canMerge(plan) && isEachIdOnce(working))
        // Refunds of more than there is are refused as they come, and of two first orders the first in the list is it.
        const statement = calculate(working)
        const other = calculateCommission({ ...working.input, lines }, plan)
        for (const { notCounted, issues } of [statement, other]) {
          fc.pre(notCounted.every(({ issue }) => issue.code !== 'REFUND_TOO_LARGE'))
          fc.pre(issues === undefined)
        }
        expect(sorted(other, lines)).toEqual(sorted(statement, lines))
      }),
      SOME,
    )
  })

  it('survives JSON, and so does its plan', () => {
    fc.assert(
      fc.property(workings(), (working) => {
        const statement = calculate(working)
        expect(throughJson(statement)).toStrictEqual(statement)
        const plan = defineCommissionPlan(working.plan)
        expect(defineCommissionPlan(throughJson(plan))).toStrictEqual(plan)
        expect(calculateCommission(throughJson(working.input), plan)).toEqual(statement)
      }),
      SOME,
    )
  })

  it('counts every line, or says why not, and never both', () => {
    fc.assert(
      fc.property(workings(), (working) => {
        const { notCounted } = calculate(working)
        const shares = attribute(working).lines
        expect(notCounted.length + shares.length).toBe(working.input.lines.length)
        for (const { issue } of notCounted) {
          expect(issue.severity).toBe('warning')
          expect(issue.path[0]).toBe('lines')
        }
      }),
      SOME,
    )
  })
})

function canMerge(plan: DefinedCommissionPlan): boolean {
  return attempt(() => commissionAccumulator(plan)).ok
}

function isEachIdOnce({ input }: Working): boolean {
  return new Set(input.lines.map(({ id }) => id)).size === input.lines.length
}

/** Lists of lines by their ids, and orders by their names; where a line stood is not what a statement is about. */
function sorted(statement: CommissionStatement, lines: readonly CommissionLine[]) {
  const { notCounted, awards = [], converted = [], newCustomers, issues = [] } = statement
  const byText = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).sort()
  const orders = new Map(lines.map(({ id, order = id }) => [id, order]))
  const orderOf = (name: string) => orders.get(name) ?? name
  const byOrder = (list: readonly { readonly line: string }[]) =>
    byText(list.map((one) => ({ ...one, line: orderOf(one.line) })))
  return {
    ...statement,
    notCounted: notCounted.map(({ id, amount, issue }) => `${id} ${amount} ${issue.code}`).sort(),
    awards: byOrder(awards),
    issues: issues.map(({ code, params }) => [
      code,
      { ...params, ...('first' in params && { first: orderOf(String(params.first)) }) },
    ]),
    converted: byText(converted),
    newCustomers: newCustomers && {
      effective: byText(newCustomers.effective.map(orderOf)),
      tooSmall: byOrder(newCustomers.tooSmall),
    },
  }
}

describe('the shares of lines, in the order of the deals or in proportion', () => {
  it('add up to the statement, to the cent, and those of a line to the line; without lines of its own nobody has them', () => {
    fc.assert(
      fc.property(workings(), (working) => {
        const { amount, lines } = attribute(working)
        const statement = calculate(working)
        expect(amount).toBe(statement.amount)
        // A flat amount belongs to those that count: refunds that mirror others take back theirs, and have none of it.
        const isTakenBack = ({ adjustments }: (typeof lines)[number]) =>
          adjustments.some(({ kind }) => kind === 'refund')
        const taken = statement.adjustments.flatMap((step) =>
          step.kind === 'refund' ? [step.amount] : [],
        )
        const shared = lines.every(isTakenBack) ? total(taken) : parse(amount)
        expect(total(lines.map((line) => line.amount))).toEqual(shared)
        for (const line of lines) {
          const parts = [...line.slices, ...line.adjustments].map((part) => part.amount)
          expect(total(parts)).toEqual(parse(line.amount))
        }
      }),
      { numRuns: 120 },
    )
  })

  it('in order are what each line adds, computed another way', () => {
    const fixed = { plan: { attribution: 'deal-order' as const } }
    fc.assert(
      fc.property(workings(fixed), (working) => {
        const { shares } = stateByTheRules(working.input, working.plan)
        expect(attribute(working).lines.map(({ id, amount }) => [id, amount])).toEqual(shares)
      }),
      { numRuns: 120 },
    )
  })
})

describe('totals of lines', () => {
  const splits = workings({ plan: { refunds: 'net' } }).chain((working) =>
    fc.tuple(
      fc.constant(working),
      shuffled(working.input.lines),
      fc.array(fc.nat({ max: 2 }), { minLength: 6, maxLength: 6 }),
      fc.boolean(),
    ),
  )

  it('merged in any tree are one pass, and the statement of calculateCommission', () => {
    fc.assert(
      fc.property(splits, ([working, lines, parts, isLeft]) => {
        const plan = defineCommissionPlan(working.plan)
        fc.pre(canMerge(plan) && isEachIdOnce(working))
        const { exchangeRates = [], period: _, lines: __, ...facts } = working.input
        // Totals see neither the original of a refund nor the period of a line.
        const own = lines.map(({ refundOf: _, ...line }) => line)
        const accumulator = commissionAccumulator(plan, { exchangeRates })
        const batches = [0, 1, 2].map((batch) =>
          own
            .filter((_, at) => parts[at] === batch)
            .reduce((all, line) => throughJson(accumulator.add(all, line)), accumulator.create()),
        )
        const [a, b, c] = batches as [(typeof batches)[0], (typeof batches)[0], (typeof batches)[0]]
        const merged = isLeft
          ? accumulator.merge(accumulator.merge(a, b), c)
          : accumulator.merge(a, accumulator.merge(c, b))
        // One pass in the order of the tree, as of two first orders the first in the list is it.
        const inTree = (isLeft ? [0, 1, 2] : [0, 2, 1]).flatMap((batch) =>
          own.filter((_, at) => parts[at] === batch),
        )
        const statement = calculateCommission({ ...facts, exchangeRates, lines: inTree }, plan)
        expect(merged.lines).toBe(own.length)
        expect(sorted(accumulator.finish(throughJson(merged), facts), own)).toEqual(
          sorted(statement, own),
        )
      }),
      { numRuns: 120 },
    )
  })
})

describe('totals of no lines', () => {
  it('change no totals that they are merged with, on either side and under every plan', () => {
    fc.assert(
      fc.property(workings({ plan: { refunds: 'net' } }), (working) => {
        const plan = defineCommissionPlan(working.plan)
        fc.pre(canMerge(plan))
        const { lines, exchangeRates = [] } = working.input
        const accumulator = commissionAccumulator(plan, { exchangeRates })
        const nothing = accumulator.create()
        const totals = lines.reduce(accumulator.add, nothing)
        for (const each of [nothing, totals, throughJson(nothing), throughJson(totals)]) {
          expect(accumulator.merge(nothing, each)).toStrictEqual(each)
          expect(accumulator.merge(each, throughJson(nothing))).toStrictEqual(each)
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('a cap', () => {
  const kinds = { base: 'cap-base', rate: 'cap-rate', amount: 'cap', year: 'cap-year' } as const

  it('is respected', () => {
    fc.assert(
      fc.property(workings({ without: ['refunds'] }), (working) => {
        const { cap } = working.plan
        fc.pre(cap !== undefined)
        const statement = calculate(working)
        const amount = parse(statement.amount)
        if (cap?.amount !== undefined)
          expect(compare(amount, parse(String(cap.amount)))).toBeLessThanOrEqual(0)
        if (cap?.year !== undefined && amount.n > 0n) {
          const year = add(amount, parse(String(working.input.yearToDate?.earned)))
          expect(compare(year, parse(String(cap.year)))).toBeLessThanOrEqual(0)
        }
        if (cap?.rate !== undefined && statement.base.startsWith('-') === false) {
          const most = multiply(parse(statement.base), parse(String(cap.rate)))
          const exact = parse(statement.unrounded)
          expect(compare(exact, most)).toBeLessThanOrEqual(0)
        }
      }),
      { numRuns: 120 },
    )
  })

  it.each(['base', 'rate', 'amount', 'year'] as const)(
    'on the %s that is lifted gives back exactly what it took',
    (key) => {
      const cap = { base: '50000', rate: '0.02', amount: '900', year: '3000' }[key]
      const fixed = {
        plan: { cap: { [key]: cap } },
        without: [
          'refunds',
          'rates',
          'measuredBy',
          'kpiMultiplier',
          'multipliers',
          'accelerator',
        ] as const,
      }
      fc.assert(
        fc.property(workings(fixed), (working) => {
          fc.pre(working.plan.cap?.[key] !== undefined && working.plan.rounding?.at === 'total')
          fc.pre(working.plan.coefficient?.applies === 'add-to-rate')
          const statement = calculate(working)
          const { cap: _, ...open } = working.plan
          const taken = statement.adjustments.filter(({ kind }) => kind === kinds[key])
          const lifted = calculate({ ...working, plan: open }).amount
          const lost = subtract(parse(statement.amount), parse(lifted))
          expect(total(taken.map(({ amount }) => amount))).toEqual(lost)
        }),
        SOME,
      )
    },
  )
})

describe('what changes nothing', () => {
  const always = [{ id: 'always', upTo: null, multiplier: '1' }]

  it('is a multiplier of 1, of attainment or of a process', () => {
    const without = ['accelerator', 'kpiMultiplier', 'multipliers'] as const
    fc.assert(
      fc.property(workings({ without }), fc.boolean(), (working, isWhole) => {
        const { gate } = working.plan
        fc.pre(gate?.conditions === undefined)
        const mode = isWhole ? 'whole-amount' : 'marginal'
        const one = changed(working, {
          kpiMultiplier: { fact: 'prompt', steps: always },
          ...((isWhole || canBeMarginal(working.plan)) && { accelerator: { mode, steps: always } }),
        })
        const input = { ...one.input, facts: { prompt: '0.9' } }
        expect(calculate({ ...one, input }).amount).toBe(calculate(working).amount)
      }),
      SOME,
    )
  })

  it('is a rate rule at the plan’s own flat rate', () => {
    const tiers = [{ id: 'all', upTo: null, rate: '0.04' }]
    const scale = { mode: 'marginal' as const, tiers }
    const fixed = {
      plan: { scale, measuredBy: undefined as never, payout: 'money' as const },
      // Shares in proportion, and so what a refund of one takes back, are rounded rule by rule.
      without: ['measuredBy', 'rates', 'accelerator', 'gate', 'cap', 'refunds'] as const,
    }
    fc.assert(
      fc.property(workings(fixed), (working) => {
        const rates = [
          { id: 'same', when: { product: 'licence' }, scale },
          { id: 'too', when: { region: 'west', product: 'licence' }, scale },
        ]
        expect(calculate(changed(working, { rates })).amount).toBe(calculate(working).amount)
      }),
      SOME,
    )
  })

  it('is a step of an accelerator that is cut in two of the same multiplier', () => {
    fc.assert(
      fc.property(workings(), fc.constantFrom('0.01', '0.4', '1', '1.37'), (working, at) => {
        const { accelerator } = working.plan
        fc.pre(accelerator !== undefined)
        const isIn = (upTo: unknown) => upTo === null || compare(parse(String(upTo)), parse(at)) > 0
        const steps = accelerator?.steps ?? []
        fc.pre(
          steps.every(({ upTo }) => upTo === null || compare(parse(String(upTo)), parse(at)) !== 0),
        )
        const first = steps.findIndex(({ upTo }) => isIn(upTo))
        const cut = steps.flatMap((step, place) =>
          place === first ? [{ ...step, id: 'cut', upTo: at }, step] : [step],
        )
        const other = changed(working, {
          accelerator: { ...(accelerator as NonNullable<typeof accelerator>), steps: cut },
        })
        expect(calculate(other).amount).toBe(calculate(working).amount)
        expect(calculate(other).unrounded).toBe(calculate(working).unrounded)
      }),
      { numRuns: 120 },
    )
  })
})

/** Whether an accelerator may cut what the plan pays: tiers that pay unit by unit, and no flat rate below the gate. */
function canBeMarginal({ scale, rates, gate }: CommissionPlanInput): boolean {
  const isBounded = scale.tiers.some(({ minimum, maximum }) => (minimum ?? maximum) !== undefined)
  const isCut = scale.mode === 'marginal' && !isBounded && scale.thresholds !== 'units'
  return isCut && !rates && gate?.below === undefined
}

describe('an order', () => {
  it('changes nothing when it is split into lines, unless the plan rounds or caps each line', () => {
    // In another currency each line is rounded on its own; a mirrored refund of each line, too.
    const fixed = { plan: { refunds: 'net' as const }, without: ['exchange'] as const }
    const place = fc.nat({ max: 5 })
    const cut = fc.constantFrom(fraction(1n, 2n), fraction(1n, 4n), fraction(4n, 5n))
    fc.assert(
      fc.property(workings(fixed), place, cut, ({ input, plan }, drawn, part) => {
        fc.pre(plan.rounding?.at !== 'line' && plan.cap?.line === undefined)
        fc.pre(isEachIdOnce({ input, plan }))
        const sales = input.lines.filter(({ refundOf }) => refundOf === undefined)
        const line = sales[drawn % sales.length]
        if (line === undefined) return
        const lines = input.lines.flatMap((one) => splitOne(one, line, part))
        const [whole, split] = [input.lines, lines].map((given) =>
          sorted(calculate({ input: { ...input, lines: given }, plan }), [
            ...input.lines,
            ...lines,
          ]),
        )
        expect({ ...split, notCounted: null }).toEqual({ ...whole, notCounted: null })
      }),
      { numRuns: 200 },
    )
  })
})

/** A line as two of one order, alike in all but their size; its refunds, as refunds of both. */
function splitOne(one: CommissionLine, line: CommissionLine, part: Fraction): CommissionLine[] {
  const isRefund = one.refundOf === line.id
  if (one !== line && !isRefund) return [one]
  return [part, subtract(fraction(1n), part)].map((share, at) => {
    const shared = (['amount', 'cost', 'listPrice'] as const).flatMap((key) => {
      const figure = one[key]
      if (figure === undefined) return []
      return [[key, toCanonical(multiply(parse(String(figure)), share))] as const]
    })
    return {
      ...one,
      ...Object.fromEntries(shared),
      id: `${one.id} ${at}`,
      ...(isRefund ? { refundOf: `${line.id} ${at}` } : { order: line.order ?? line.id }),
    }
  })
}

describe('refunding everything', () => {
  it('leaves exactly what nobody sold where refunds mirror, awards and caps included, in one part or in three', () => {
    const fixed = { plan: { refunds: 'mirror' as const } }
    fc.assert(
      fc.property(workings(fixed), fc.constantFrom(1, 3), ({ input, plan }, parts) => {
        const lines = input.lines.filter(({ refundOf }) => refundOf === undefined)
        const refunds = lines
          .filter(({ amount }) => parse(String(amount)).n > 0n)
          .flatMap((line) => partsOf(line, parts))
        const kept = lines.filter(({ amount }) => parse(String(amount)).n > 0n)
        const all = [...kept, ...refunds]
        const { amount, sales, notCounted } = calculate({ input: { ...input, lines: all }, plan })
        const unsold = calculate({ input: { ...input, lines: [] }, plan }).amount
        const left = notCounted.length === all.length ? parse(unsold) : zero
        expect([parse(amount), parse(sales)]).toEqual([left, zero])
      }),
      { numRuns: 120 },
    )
  })
})

/** The same amount back, in so many parts, the last of them what is left. */
function partsOf(line: { id: string; amount: unknown; currency?: string }, parts: number) {
  const amount = parse(String(line.amount))
  const part = parse(toText(multiply(amount, fraction(1n, BigInt(parts))), 3))
  const last = subtract(amount, multiply(part, fraction(BigInt(parts - 1))))
  return Array.from({ length: parts }, (_, at) => ({
    id: `${line.id}-back-${at}`,
    amount: toCanonical(subtract(zero, at === parts - 1 ? last : part)),
    refundOf: line.id,
    ...(line.currency === undefined ? {} : { currency: line.currency }),
  }))
}

describe('a marginal accelerator', () => {
  const steps = [
    { id: 'slow', upTo: '0.5', multiplier: '0.5' },
    { id: 'usual', upTo: '1', multiplier: '1' },
    { id: 'fast', upTo: null, multiplier: '2.5' },
  ]

  it('is continuous and never pays less for more', () => {
    const fixed = {
      plan: { accelerator: { mode: 'marginal' as const, steps } },
      without: [
        'gate',
        'cap',
        'eligibility',
        'rates',
        'measuredBy',
        'exchange',
        'base',
        'multipliers',
        ...plain.slice(1),
      ] as const,
    }
    const sales = fc.tuple(fc.nat({ max: 20_000_000 }), fc.nat({ max: 300 }))
    fc.assert(
      fc.property(workings(fixed), sales, ({ input, plan }, [cents, more]) => {
        fc.pre(
          plan.accelerator?.mode === 'marginal' && plan.scale.tiers.every(({ amount }) => !amount),
        )
        const { lines: _, exchangeRates: __, ...facts } = input
        const defined = defineCommissionPlan(plan)
        const exact = (n: number) =>
          parse(
            calculateCommission(
              { ...facts, sales: toCanonical(fraction(BigInt(n), 100n)) },
              defined,
            ).unrounded,
          )
        const rise = subtract(exact(cents + more), exact(cents))
        expect(rise.n >= 0n).toBe(true)
        // No rate is above 12.5% and what the coefficient adds, two and a half times; twice the process.
        expect(compare(rise, fraction(BigInt(more), 100n))).toBeLessThanOrEqual(0)
      }),
      SOME,
    )
  })
})
