import fc from 'fast-check'
import {
  addDays,
  attempt,
  type CascadedNode,
  cascadeTarget,
  checkCascade,
  defineCalendar,
  type Issue,
  periodRange,
  splitTarget,
  type TargetNode,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { countWorkingDays } from '../oracle/calendar.js'
import { cascade, type OracleNode } from '../oracle/cascade.js'
import { compare, type Fraction, fraction, parse, sum, toCanonical } from '../oracle/fraction.js'

const cents = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((units) => toCanonical(fraction(BigInt(units), 100n)))

/** A total, with ties, a cent, and more than a number can count. */
const totals = fc.oneof(
  fc.constantFrom('0.01', '0.05', '1', '100', '10000000', '123456789012345678.91'),
  cents(1, 1_000_000_000),
)

const weights = fc.oneof(
  fc.constantFrom('0', '1', '1', '3', '0.333333', '1000000'),
  fc.integer({ min: 1, max: 999 }).map(String),
)

interface Drawn {
  readonly weight: string
  /** How much of what is left may be locked at most, in hundredths; null for a node that is open. */
  readonly locked: number | null
  readonly head: string | null
  readonly children: readonly Drawn[]
}

const { drawn } = fc.letrec<{ drawn: Drawn }>((tie) => ({
  drawn: fc.record({
    weight: weights,
    locked: fc.option(fc.integer({ min: 0, max: 20 }), { freq: 3 }),
    head: fc.option(fc.constantFrom('0', '0.3', '0.333333', '1'), { freq: 2 }),
    children: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.constant([]),
      fc.array(tie('drawn'), { minLength: 1, maxLength: 4 }),
    ),
  }) as fc.Arbitrary<Drawn>,
}))

/** Ids, at least one open node with a weight on each level, and locked amounts that fit whatever the node gets. */
function toNode({ weight, head, children }: Drawn, at = 0, locked?: string): OracleNode {
  const below = children.map((child, index) => {
    const isOpen = index === 0 || child.locked === null
    return toNode(
      index === 0 ? { ...child, weight: child.weight === '0' ? '1' : child.weight } : child,
      index,
      isOpen ? undefined : '0.00',
    )
  })
  return {
    id: `n${at}`,
    weight,
    ...(locked === undefined ? {} : { locked }),
    ...(head === null || below.length === 0 ? {} : { head }),
    children: below,
  }
}

/** The oracle's tree as the library takes it. */
function toTarget({ id, weight, locked, head, children }: OracleNode, isTop = true): TargetNode {
  return {
    id,
    ...(isTop ? {} : { weight }),
    ...(locked === undefined ? {} : { locked }),
    ...(head === undefined ? {} : { head: { id: 'head', share: head } }),
    children: children.map((child) => toTarget(child, false)),
  }
}

/** The same tree, with locked the targets that some of its nodes were given. */
function lockSome(tree: TargetNode, made: CascadedNode, pick: readonly boolean[]): TargetNode {
  let at = 0
  const walk = (node: TargetNode, found: CascadedNode, isTop: boolean): TargetNode => {
    const isLocked = !isTop && (pick[at % pick.length] ?? false)
    at += 1
    return {
      ...node,
      ...(isLocked ? { locked: found.amount } : {}),
      children: (node.children ?? []).map((child, index) =>
        walk(child, found.children[index] as CascadedNode, false),
      ),
    }
  }
  return walk(tree, made, true)
}

function everyNode(node: CascadedNode): CascadedNode[] {
  return [node, ...node.children.flatMap(everyNode)]
}

/**
 * Where some of a level are locked, the others share what is left, and the odd cents of it may fall to others than before: an open node
 * can be a cent short of what is locked below it.
 */
function expectOddCents(issues: readonly Issue[], nodes: number): void {
  const most = fraction(BigInt(nodes), 100n)
  for (const { code, params } of issues) {
    expect(code).toBe('TARGET_NOT_ADDING_UP')
    const difference = 'difference' in params ? String(params.difference) : ''
    expect(compare(parse(difference), most)).toBeLessThanOrEqual(0)
  }
}

function carriedBelow({ head, children }: CascadedNode): Fraction {
  return sum([head?.amount ?? '0', ...children.map(({ amount }) => amount)].map(parse))
}

const trees = drawn.map((node) => toNode(node))

describe('a cascade', () => {
  it('adds up on each level for any tree, with heads who carry a part (TAR-1)', () => {
    fc.assert(
      fc.property(totals, trees, (total, tree) => {
        const outcome = cascadeTarget(total, toTarget(tree), { decimals: 2 })
        for (const node of everyNode(outcome.tree))
          if (node.children.length > 0) expect(carriedBelow(node)).toEqual(parse(node.amount))
        expect(sum(outcome.payees.map(({ amount }) => parse(amount)))).toEqual(parse(total))
        expect(checkCascade(outcome.tree).addsUp).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('gives everybody what a second implementation gives them', () => {
    const carried = (node: CascadedNode, above = ''): [string, string][] => {
      const path = `${above}/${node.id}`
      if (node.children.length === 0) return [[path, node.amount]]
      const head: [string, string][] =
        node.head === null ? [] : [[`${path}@head`, node.head.amount]]
      return [...head, ...node.children.flatMap((child) => carried(child, path))]
    }
    fc.assert(
      fc.property(cents(1, 1_000_000_000), trees, (total, tree) => {
        const { tree: made } = cascadeTarget(total, toTarget(tree), { decimals: 2 })
        const expected = [...cascade(made.amount, tree)]
        expect(carried(made)).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })

  it('adds up on each level as well where any nodes are locked at what they have', () => {
    fc.assert(
      fc.property(
        totals,
        trees,
        fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }),
        (total, tree, pick) => {
          const target = toTarget(tree)
          const { tree: made } = cascadeTarget(total, target, { decimals: 2 })
          const locked = lockSome(target, made, pick)
          const again = attempt(() => cascadeTarget(total, locked, { decimals: 2 }).tree)
          if (!again.ok) return expectOddCents(again.issues, everyNode(made).length)
          for (const node of everyNode(again.value))
            if (node.children.length > 0) expect(carriedBelow(node)).toEqual(parse(node.amount))
        },
      ),
      { numRuns: 200 },
    )
  })

  it('gives no node of weight 0 anything, and is never less than a cent below its exact part', () => {
    fc.assert(
      fc.property(totals, fc.array(weights, { minLength: 1, maxLength: 8 }), (total, list) => {
        fc.pre(list.some((weight) => weight !== '0'))
        const children = list.map((weight, at) => ({ id: `n${at}`, weight }))
        const { tree } = cascadeTarget(total, { id: 'top', children }, { decimals: 2 })
        const all = sum(list.map(parse))
        for (const [at, { amount }] of tree.children.entries()) {
          const weight = parse(list[at] ?? '0')
          const exact = fraction(
            parse(total).n * weight.n * all.d,
            parse(total).d * weight.d * all.n,
          )
          const off = sum([parse(amount), fraction(-exact.n, exact.d)])
          expect(compare(off, fraction(1n, 100n))).toBe(-1)
          expect(compare(off, fraction(-1n, 100n))).toBe(1)
          if (weight.n === 0n) expect(amount).toBe('0.00')
        }
      }),
    )
  })

  it('depends on the proportion of weights alone', () => {
    fc.assert(
      fc.property(
        totals,
        fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 2, max: 50 }),
        (total, list, factor) => {
          const of = (by: number) =>
            cascadeTarget(
              total,
              {
                id: 'top',
                children: list.map((weight, at) => ({ id: `n${at}`, weight: weight * by })),
              },
              { decimals: 2 },
            ).payees
          expect(of(factor)).toEqual(of(1))
        },
      ),
    )
  })

  it('answers any tree of values with an outcome or with issues, and never otherwise', () => {
    const field = fc.oneof(weights, fc.constantFrom(null, undefined, -1, '', 'x', {}, [], true))
    const { junk } = fc.letrec((tie) => ({
      junk: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(null, 1, 'text', []),
        fc.record(
          {
            id: fc.oneof(fc.string(), fc.constantFrom('a', 'b')),
            weight: field,
            share: field,
            lastYear: field,
            locked: field,
            head: fc.oneof(
              field,
              fc.record({ id: fc.string(), share: field, locked: field }, { requiredKeys: [] }),
            ),
            children: fc.oneof(field, fc.array(tie('junk'), { maxLength: 3 })),
          },
          { requiredKeys: [] },
        ),
      ),
    }))
    fc.assert(
      fc.property(field, junk, field, (total, tree, decimals) => {
        const outcome = attempt(() =>
          cascadeTarget(total as never, tree as never, { decimals } as never),
        )
        if (!outcome.ok) expect(outcome.issues.length).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })
})

const periods = fc.oneof(
  fc.constantFrom('2026', '2028', '2026-Q1', '2026-H2', '2028-02', '2026-12', '2027-01'),
  fc.tuple(fc.nat({ max: 700 }), fc.nat({ max: 500 })).map(([start, length]) => {
    const from = addDays('2026-01-01', start)
    return { id: 'own', from, to: addDays(from, length) }
  }),
)

const calendars = fc
  .record({
    weekend: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 4 }),
    off: fc.uniqueArray(fc.nat({ max: 900 }), { maxLength: 30 }),
  })
  .map(({ weekend, off }) => ({
    from: '2026-01-01',
    to: '2029-12-31',
    weekend,
    holidays: off.map((day) => addDays('2026-01-01', day)),
    workdays: [],
  }))

const profiles = fc
  .array(weights, { minLength: 12, maxLength: 12 })
  .filter((list) => list.some((weight) => weight !== '0'))
  .map((list) =>
    Object.fromEntries(list.map((weight, at) => [String(at + 1).padStart(2, '0'), weight])),
  )

describe('a split', () => {
  it('adds up to the target, whatever the period, the season and the calendar, and covers each day once (TAR-2)', () => {
    const options = fc.record({
      into: fc.constantFrom('month' as const, 'week' as const),
      profile: fc.option(profiles, { nil: undefined }),
      calendar: fc.option(calendars, { nil: undefined }),
    })
    fc.assert(
      fc.property(totals, periods, options, (total, period, { calendar, ...rest }) => {
        const defined = calendar && defineCalendar(calendar)
        const outcome = attempt(() => splitTarget(total, period, { ...rest, calendar: defined }))
        if (!outcome.ok) {
          expect(outcome.issues.map(({ code }) => code)).toEqual(['WEIGHTS_NOT_POSITIVE'])
          return
        }
        const { parts } = outcome.value
        expect(sum(parts.map(({ amount }) => parse(amount)))).toEqual(parse(total))
        const { from, to } = typeof period === 'string' ? periodRange(period) : period
        expect([parts[0]?.from, parts.at(-1)?.to]).toEqual([from, to])
        for (const [at, part] of parts.slice(1).entries())
          expect(part.from).toBe(addDays(parts[at]?.to ?? '', 1))
      }),
      { numRuns: 400 },
    )
  })

  it('into weeks by a calendar is by the working days that a second implementation counts', () => {
    fc.assert(
      fc.property(periods, calendars, (period, calendar) => {
        const { from, to } = typeof period === 'string' ? periodRange(period) : period
        const days = countWorkingDays(from, to, calendar)
        fc.pre(days > 0)
        const { parts } = splitTarget(days, period, {
          into: 'week',
          calendar: defineCalendar(calendar),
          decimals: 0,
        })
        for (const part of parts)
          expect(Number(part.amount)).toBe(countWorkingDays(part.from, part.to, calendar))
      }),
    )
  })

  it('of twice the target has at most a cent more or less than twice each part', () => {
    fc.assert(
      fc.property(cents(1, 1_000_000_00), periods, (total, period) => {
        const of = (amount: string) =>
          splitTarget(amount, period, { into: 'month' }).parts.map((part) => parse(part.amount))
        const once = of(total)
        const twice = of(toCanonical(sum([parse(total), parse(total)])))
        for (const [at, part] of twice.entries()) {
          const one = once[at] as Fraction
          const off = sum([part, fraction(-2n * one.n, one.d)])
          expect(off.n * 100n <= 2n * off.d && off.n * 100n >= -2n * off.d).toBe(true)
        }
      }),
    )
  })
})
