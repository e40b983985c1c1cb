import {
  attempt,
  type CascadedNode,
  cascadeTarget,
  defineTargetPlan,
  handbook,
  type TargetNode,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

const { targets } = handbook
const cents = { decimals: 2 }

const company = (...children: TargetNode[]): TargetNode => ({ id: 'company', children })
const weighed = (...weights: (string | number)[]) =>
  company(...weights.map((weight, at) => ({ id: `n${at + 1}`, weight })))
const amountsOf = (nodes: readonly CascadedNode[]) => nodes.map(({ amount }) => amount)

function issuesOf(total: unknown, tree: unknown, options: unknown = cents, plan?: unknown) {
  const outcome = attempt(() =>
    cascadeTarget(total as never, tree as never, options as never, plan as never),
  )
  return outcome.ok ? [] : outcome.issues
}

const codesOf = (...input: Parameters<typeof issuesOf>) =>
  issuesOf(...input).map(({ code, path }) => [code, path.join('.')])

describe('cascadeTarget', () => {
  it('adds up on each of two levels, to the cent (target-01, TAR-1)', () => {
    const people = [1, 2, 3].map((at) => ({ id: `p${at}`, weight: 1 }))
    const regions = [
      { id: 'north', weight: 3, children: people },
      { id: 'south', weight: 3, children: people },
      { id: 'west', weight: 1, children: people },
    ]
    const { total, tree, clauses } = cascadeTarget('10000000.00', company(...regions), cents)
    expect(total).toBe('10000000.00')
    expect(amountsOf(tree.children)).toEqual(['4285714.29', '4285714.28', '1428571.43'])
    expect(tree.children.map(({ children }) => amountsOf(children))).toEqual([
      ['1428571.43', '1428571.43', '1428571.43'],
      ['1428571.43', '1428571.43', '1428571.42'],
      ['476190.48', '476190.48', '476190.47'],
    ])
    expect(clauses).toEqual(['TAR-1'])
  })

  it.each([
    [
      'each part its nearest cents (target-03)',
      '220.00',
      [445455, 9091, 545455],
      ['98.00', '2.00', '120.00'],
    ],
    [
      'a weight of 0 no left-over cent (target-08)',
      '0.05',
      [0, 1, 1, 1],
      ['0.00', '0.02', '0.02', '0.01'],
    ],
    ['the first of those that tie the cent', '100', [1, 1, 1], ['33.34', '33.33', '33.33']],
    ['decimal weights', '100', ['0.5', '1.5'], ['25.00', '75.00']],
  ])('gives %s', (_, total, weights, expected) => {
    expect(amountsOf(cascadeTarget(total, weighed(...weights), cents).tree.children)).toEqual(
      expected,
    )
  })

  it('says of each node what its target comes from, and of nodes that have one who leads them', () => {
    const tree = company(
      {
        id: 'north',
        share: '0.6',
        head: { id: 'Li', share: '0.3' },
        children: [{ id: 'Wang', lastYear: 80 }],
      },
      { id: 'south', share: '0.4' },
    )
    expect(cascadeTarget('1000', tree, { decimals: 0 })).toEqual({
      total: '1000',
      measure: null,
      tree: {
        id: 'company',
        amount: '1000',
        by: 'total',
        head: null,
        children: [
          {
            id: 'north',
            amount: '600',
            by: 'share',
            head: { id: 'Li', amount: '180' },
            children: [{ id: 'Wang', amount: '420', by: 'last-year', head: null, children: [] }],
          },
          { id: 'south', amount: '400', by: 'share', head: null, children: [] },
        ],
      },
      payees: [
        { id: 'Li', amount: '180' },
        { id: 'Wang', amount: '420' },
        { id: 'south', amount: '400' },
      ],
      policy: null,
      clauses: ['TAR-1'],
    })
  })

  it('cascades by region and product line, and adds up what a person carries in several places (TAR-1)', () => {
    const team = [
      { id: 'Wang', weight: 1 },
      { id: 'Zhao', weight: 1 },
    ]
    const lines = [
      { id: 'hardware', weight: 2, children: team },
      { id: 'services', weight: 1, children: team },
    ]
    const north = { id: 'north', weight: 1, head: { id: 'Li' }, children: lines }
    const { payees } = cascadeTarget('1000', company(north), {}, targets)
    expect(payees).toEqual([
      { id: 'Li', amount: '300.00' },
      { id: 'Wang', amount: '350.01' },
      { id: 'Zhao', amount: '349.99' },
    ])
  })

  it('gives a head the 30% of the handbook, a share of their own, or an amount', () => {
    const of = (head: object) =>
      cascadeTarget(
        '1000',
        company({
          id: 'n',
          weight: 1,
          head: { id: 'Li', ...head },
          children: [{ id: 'Wang', weight: 1 }],
        }),
        {},
        targets,
      ).payees.map(({ amount }) => amount)
    expect(of({})).toEqual(['300.00', '700.00'])
    expect(of({ share: '0.45' })).toEqual(['450.00', '550.00'])
    expect(of({ locked: '123.45' })).toEqual(['123.45', '876.55'])
    expect(of({ share: 0 })).toEqual(['0.00', '1000.00'])
    expect(of({ share: 1 })).toEqual(['1000.00', '0.00'])
  })

  it('takes the top of the tree for led as well', () => {
    const tree = { ...weighed(1, 1), head: { id: 'CEO', share: '0.1' } }
    expect(cascadeTarget('1000', tree, cents).payees.map(({ amount }) => amount)).toEqual([
      '100.00',
      '450.00',
      '450.00',
    ])
  })

  it('leaves locked nodes alone, and shares the rest out between the others, below them too', () => {
    const tree = company(
      {
        id: 'north',
        locked: '700',
        weight: 5,
        children: [
          { id: 'a', weight: 1 },
          { id: 'b', locked: '0' },
        ],
      },
      { id: 'south', weight: 1 },
      { id: 'west', weight: 2 },
    )
    const { tree: made } = cascadeTarget('1000', tree, cents)
    expect(made.children.map(({ amount, by }) => [amount, by])).toEqual([
      ['700.00', 'locked'],
      ['100.00', 'weight'],
      ['200.00', 'weight'],
    ])
    expect(amountsOf(made.children[0]?.children ?? [])).toEqual(['700.00', '0.00'])
  })

  it('keeps the shares of a level, of which one is locked, in proportion', () => {
    const tree = company(
      { id: 'a', share: '0.5', locked: '700' },
      { id: 'b', share: '0.2' },
      { id: 'c', share: '0.3' },
    )
    expect(amountsOf(cascadeTarget('1000', tree, cents).tree.children)).toEqual([
      '700.00',
      '120.00',
      '180.00',
    ])
  })

  it('gives nothing to the others where all is locked, whatever they weigh', () => {
    const tree = company({ id: 'a', locked: 1000 }, { id: 'b', weight: 0 }, { id: 'c', weight: 3 })
    expect(amountsOf(cascadeTarget(1000, tree, cents).tree.children)).toEqual([
      '1000.00',
      '0.00',
      '0.00',
    ])
  })

  it.each([
    ['sales', '1000.00', ['500.00', '500.00']],
    ['cash', '0.01', ['0.01', '0.00']],
    ['newCustomers', 7, ['4', '3']],
  ])('is of %s, as fine as the plan says (TAR-2)', (measure, total, expected) => {
    const outcome = cascadeTarget(total, weighed(1, 1), { measure }, targets)
    expect(outcome.measure).toBe(measure)
    expect(amountsOf(outcome.tree.children)).toEqual(expected)
    expect(outcome.policy).toEqual({ id: 'handbook-targets', version: '1' })
  })

  it('rounds to what the plan keeps, and writes the decimals of the currency', () => {
    const plan = defineTargetPlan({
      currency: 'CNY',
      rounding: { decimals: 0, mode: 'down' },
      headShare: '0.3',
      proration: { by: 'day' },
    })
    const tree = { ...weighed(1, 1), head: { id: 'Li' } }
    expect(cascadeTarget('105', tree, {}, plan).payees.map(({ amount }) => amount)).toEqual([
      '31.00',
      '37.00',
      '37.00',
    ])
    expect(
      cascadeTarget('105', weighed(1, 1), { decimals: 1 }, plan).tree.children.map(
        ({ amount }) => amount,
      ),
    ).toEqual(['52.50', '52.50'])
    expect(codesOf('105', weighed(1), { decimals: 3 }, plan)).toEqual([
      ['NUMBER_OUT_OF_RANGE', 'options.decimals'],
    ])
  })

  it('is of a total alone where nobody is below, and of cents where nothing is said', () => {
    expect(cascadeTarget('1', { id: 'Li' }, {}).payees).toEqual([{ id: 'Li', amount: '1.00' }])
    expect(cascadeTarget('1', { id: 'Li', children: [] }, undefined as never).total).toBe('1.00')
  })

  it.each<[string, unknown, unknown, [string, string][]]>([
    [
      'all weights 0 (target-06)',
      '1000',
      weighed(0, 0),
      [['WEIGHTS_NOT_POSITIVE', 'tree.children']],
    ],
    [
      'a weight below 0',
      '1000',
      weighed(1, -1),
      [['NUMBER_OUT_OF_RANGE', 'tree.children.1.weight']],
    ],
    [
      'more locked than there is',
      '1000',
      company({ id: 'a', locked: 600 }, { id: 'b', locked: 500 }),
      [['TARGET_NOT_ADDING_UP', 'tree.children']],
    ],
    [
      'less locked, and nobody for the rest',
      '1000',
      company({ id: 'a', locked: 600 }),
      [['TARGET_NOT_ADDING_UP', 'tree.children']],
    ],
    [
      'more locked than the head leaves',
      '1000',
      { id: 'c', head: { id: 'Li', share: '0.3' }, children: [{ id: 'a', locked: 701 }] },
      [['TARGET_NOT_ADDING_UP', 'tree.children']],
    ],
    [
      'a head who carries more than the target',
      '1000',
      { id: 'c', head: { id: 'Li', locked: 1001 }, children: [{ id: 'a', weight: 1 }] },
      [['TARGET_NOT_ADDING_UP', 'tree.head']],
    ],
    [
      'a head of nobody',
      '1000',
      { id: 'c', head: { id: 'Li', share: '0.3' } },
      [['POLICY_CONFLICT', 'tree.head']],
    ],
    [
      'a head of whom nobody knows the share',
      '1000',
      { ...weighed(1), head: { id: 'Li' } },
      [['VALUE_MISSING', 'tree.head.share']],
    ],
    [
      'a share of 30',
      '1000',
      { ...weighed(1), head: { id: 'Li', share: 30 } },
      [['NUMBER_LOOKS_LIKE_PERCENT', 'tree.head.share']],
    ],
    [
      'a share of 300',
      '1000',
      { ...weighed(1), head: { id: 'Li', share: 300 } },
      [['NUMBER_OUT_OF_RANGE', 'tree.head.share']],
    ],
    [
      'a head with a share and an amount',
      '1000',
      { ...weighed(1), head: { id: 'Li', share: '0.3', locked: 3 } },
      [['POLICY_CONFLICT', 'tree.head']],
    ],
    [
      'shares that do not add up to 1',
      '1000',
      company({ id: 'a', share: '0.5' }, { id: 'b', share: '0.4' }),
      [['TARGET_NOT_ADDING_UP', 'tree.children']],
    ],
    [
      'two ways to weigh a node',
      '1000',
      company({ id: 'a', weight: 1, lastYear: 2 }),
      [['POLICY_CONFLICT', 'tree.children.0']],
    ],
    [
      'two ways to weigh a level',
      '1000',
      company({ id: 'a', weight: 1 }, { id: 'b', lastYear: 2 }),
      [['POLICY_CONFLICT', 'tree.children.1']],
    ],
    [
      'no way to weigh a node',
      '1000',
      company({ id: 'a' }),
      [['VALUE_MISSING', 'tree.children.0']],
    ],
    [
      'two of one id beside each other',
      '1000',
      company({ id: 'a', weight: 1 }, { id: 'a', weight: 1 }),
      [['ID_DUPLICATE', 'tree.children.1.id']],
    ],
    ['a weight at the top', '1000', { id: 'c', weight: 1 }, [['UNKNOWN_KEY', 'tree.weight']]],
    [
      'a node without an id',
      '1000',
      company({ weight: 1 } as never),
      [['VALUE_MISSING', 'tree.children.0.id']],
    ],
    [
      'half a cent locked',
      '1000',
      company({ id: 'a', locked: '0.005' }),
      [['TOTAL_TOO_PRECISE', 'tree.children.0.locked']],
    ],
    ['half a cent to share', '0.005', weighed(1), [['TOTAL_TOO_PRECISE', 'total']]],
    ['nothing to share', 0, weighed(1), [['NUMBER_OUT_OF_RANGE', 'total']]],
    ['no tree', 1, undefined, [['VALUE_MISSING', 'tree']]],
    [
      'children that are no list',
      1,
      { id: 'c', children: {}, head: { id: 'Li', share: '0.3' } },
      [['VALUE_INVALID', 'tree.children']],
    ],
  ])('refuses %s', (_, total, tree, expected) => {
    expect(codesOf(total, tree)).toEqual(expected)
  })

  it('refuses a measure that the plan does not have, and names those that it has', () => {
    expect(issuesOf(1, weighed(1), { measure: 'sale' }, targets)[0]?.message).toBe(
      'options.measure: got "sale", which is no measure of this plan. Measures: sales, cash, newCustomers. Did you mean "sales"?',
    )
    expect(cascadeTarget(1, weighed(1), { measure: 'sale' }).measure).toBe('sale')
  })

  it('says by how much locked nodes and heads do not fit', () => {
    const over = company({ id: 'a', locked: 600 }, { id: 'b', locked: 500 })
    expect(issuesOf(1000, over)[0]).toEqual({
      code: 'TARGET_NOT_ADDING_UP',
      severity: 'error',
      path: ['tree', 'children'],
      params: {
        reason: 'locked-beyond',
        amount: '1000.00',
        settled: '1100.00',
        difference: '100.00',
      },
      message:
        'tree.children: 1100.00 is locked, which is 100.00 more than the 1000.00 that there is. Unlock a node, or lower one.',
    })
  })

  it('names all that is wrong at once, on every level', () => {
    const tree = company(
      { id: 'a', locked: 600, children: [{ id: 'x', weight: 0 }] },
      { id: 'b', locked: 400, children: [{ id: 'y', locked: 500 }] },
    )
    expect(codesOf(1000, tree)).toEqual([
      ['WEIGHTS_NOT_POSITIVE', 'tree.children.0.children'],
      ['TARGET_NOT_ADDING_UP', 'tree.children.1.children'],
    ])
  })

  it('refuses a tree that is in itself, is without end, or throws', () => {
    const cycle = { id: 'a', weight: 1, children: [] as unknown[] }
    cycle.children.push(cycle)
    expect(codesOf(1, { id: 'c', children: [cycle] })).toEqual([
      ['VALUE_UNREADABLE', 'tree.children.0.children.0'],
    ])
    let deep: TargetNode = { id: 'leaf', weight: 1 }
    for (let level = 0; level < 60; level += 1) deep = { id: 'n', weight: 1, children: [deep] }
    expect(issuesOf(1, { id: 'c', children: [deep] })[0]?.params).toEqual({
      reason: 'too-deep',
      limit: 50,
    })
    let twice: object = { id: 'leaf', weight: 1 }
    for (let level = 0; level < 40; level += 1)
      twice = { id: 'n', weight: 1, children: [twice, { ...twice, id: 'm' }] }
    expect(issuesOf(1, { id: 'c', children: [twice] })[0]?.params).toEqual({
      reason: 'too-many-values',
      limit: 100_000,
    })
    const { proxy, revoke } = Proxy.revocable([], {})
    revoke()
    expect(codesOf(1, { id: 'c', children: proxy })).toEqual([
      ['VALUE_UNREADABLE', 'tree.children'],
    ])
  })

  it('cascades to 20,000 people', () => {
    const people = Array.from({ length: 20_000 }, (_, at) => ({ id: `p${at}`, weight: 1 }))
    expect(cascadeTarget('1000000', company(...people), cents).payees).toHaveLength(20_000)
  })

  it.each([
    ['-0.01', 'NUMBER_OUT_OF_RANGE', undefined],
    ['1.01', 'NUMBER_LOOKS_LIKE_PERCENT', '0.0101'],
    ['100', 'NUMBER_LOOKS_LIKE_PERCENT', '1'],
    ['100.01', 'NUMBER_OUT_OF_RANGE', undefined],
  ])('takes a share of %s for a percentage where it may be one', (share, code, suggestion) => {
    const shares = [
      company({ id: 'north', share }, { id: 'south', weight: 1 }),
      { ...weighed(1, 1), head: { id: 'Li', share } },
    ]
    for (const [issue] of shares.map((tree) => issuesOf(1000, tree))) {
      expect(issue?.code).toBe(code)
      expect(issue?.path.at(-1)).toBe('share')
      expect(issue?.params).toMatchObject({
        given: `"${share}"`,
        ...(suggestion && { suggestion }),
      })
    }
  })
})
