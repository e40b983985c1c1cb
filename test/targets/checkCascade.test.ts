import { attempt, cascadeTarget, checkCascade } from 'sales-rules'
import { describe, expect, it } from 'vitest'

const codesOf = (tree: unknown) => {
  const outcome = attempt(() => checkCascade(tree as never))
  return outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path.join('.')])
}

describe('checkCascade', () => {
  const people = [
    { id: 'Wang', weight: 1 },
    { id: 'Zhao', weight: 2 },
  ]
  const north = { id: 'north', weight: 2, head: { id: 'Li', share: '0.3' }, children: people }
  const { tree } = cascadeTarget(
    '1000',
    { id: 'company', children: [north, { id: 'south', weight: 1 }] },
    { decimals: 2 },
  )

  it('finds nothing in what cascadeTarget makes, as it is and from JSON', () => {
    const expected = { addsUp: true, checked: 2, differences: [], clauses: ['TAR-1'] }
    expect(checkCascade(tree)).toEqual(expected)
    expect(checkCascade(JSON.parse(JSON.stringify(tree)))).toEqual(expected)
  })

  it('names each node whose target is not what is carried below, from the top down', () => {
    const [first, south] = tree.children
    const raised = { ...first, amount: '700.005', children: [{ id: 'Wang', amount: '800' }] }
    const check = checkCascade({ ...tree, children: [raised as never, south as never] })
    expect(check).toEqual({
      addsUp: false,
      checked: 2,
      differences: [
        { path: ['company'], amount: '1000.000', below: '1033.335', remaining: '-33.335' },
        { path: ['company', 'north'], amount: '700.005', below: '1000.000', remaining: '-299.995' },
      ],
      clauses: ['TAR-1'],
    })
  })

  it('counts the part of a head of whom nobody knows the team', () => {
    const check = checkCascade({ id: 'n', amount: 10, head: { id: 'Li', amount: 3 } })
    expect(check.differences).toEqual([{ path: ['n'], amount: '10', below: '3', remaining: '7' }])
  })

  it('has nothing to check where nobody is below', () => {
    expect(checkCascade({ id: 'Li', amount: '5', head: null })).toMatchObject({
      addsUp: true,
      checked: 0,
    })
  })

  it.each<[string, unknown, [string, string][]]>([
    [
      'a node without a target',
      { id: 'c', amount: 1, children: [{ id: 'a' }] },
      [['VALUE_MISSING', 'tree.children.0.amount']],
    ],
    ['a target below 0', { id: 'c', amount: -1 }, [['NUMBER_OUT_OF_RANGE', 'tree.amount']]],
    [
      'a head without a part',
      { id: 'c', amount: 1, head: { id: 'Li' } },
      [['VALUE_MISSING', 'tree.head.amount']],
    ],
    ['a misspelt key', { id: 'c', amount: 1, child: [] }, [['UNKNOWN_KEY', 'tree.child']]],
    [
      'two of one id',
      {
        id: 'c',
        amount: 2,
        children: [
          { id: 'a', amount: 1 },
          { id: 'a', amount: 1 },
        ],
      },
      [['ID_DUPLICATE', 'tree.children.1.id']],
    ],
    ['nothing', undefined, [['VALUE_MISSING', 'tree']]],
  ])('refuses %s', (_, given, expected) => {
    expect(codesOf(given)).toEqual(expected)
  })

  it('refuses a tree that is in itself', () => {
    const cycle: Record<string, unknown> = { id: 'a', amount: 1 }
    cycle['children'] = [cycle]
    expect(codesOf(cycle)).toEqual([['VALUE_UNREADABLE', 'tree.children.0']])
  })
})
