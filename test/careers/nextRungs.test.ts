import { attempt, type CareerFacts, checkPromotion, handbook, nextRungs } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { changed } from './policies.js'

const moves = (facts: CareerFacts, policy = handbook.careers) =>
  nextRungs(facts, policy).moves.map(({ rung, remaining }) => [rung, remaining])

describe('nextRungs', () => {
  it('lists the rung above and the sideways moves, the nearest first', () => {
    expect(moves({ currentRung: 'sales-representative' })).toEqual([
      ['market-development', 1],
      ['customer-success', 1],
      ['training', 1],
      ['sales-supervisor', 3],
    ])
    const facts = { currentRung: 'sales-representative', attainmentLast12Months: '1.2' }
    const rest = { newcomersInTeam: 0, managementAssessment: true }
    expect(moves({ ...facts, ...rest })[0]).toEqual(['sales-supervisor', 0])
  })

  it('takes the shorter of two ways: one more year at S, and not the three conditions', () => {
    const facts = {
      currentRung: 'sales-representative',
      yearlyGrades: [{ period: '2025', value: 'S' }],
      asOf: '2026-02-01',
    }
    const [supervisor] = nextRungs(facts, handbook.careers).moves.filter(
      ({ rung }) => rung === 'sales-supervisor',
    )
    expect(supervisor?.nearest.map(({ id, gap }) => [id, gap])).toEqual([['yearlyGrades', '1']])
  })

  it('says of each move what checkPromotion says of it', () => {
    const facts = { currentRung: 'product-expert', committeeApproved: true, moveApproved: false }
    for (const { remaining, ...move } of nextRungs(facts, handbook.careers).moves) {
      expect(move).toEqual(checkPromotion(facts, move.rung, handbook.careers))
      expect(remaining).toBe(move.nearest.length)
    }
  })

  it('lists sideways moves alone at the top, and other ones from a sideways move', () => {
    const rungs = (currentRung: string) => moves({ currentRung }).map(([rung]) => rung)
    expect(rungs('sales-director')).toEqual(['market-development', 'customer-success', 'training'])
    expect(rungs('training')).toEqual(['market-development', 'customer-success'])
  })

  it('follows the policy where it names what leads to what', () => {
    const requires = { id: 'moveApproved', comparison: 'equals', required: true } as const
    const policy = changed({
      sidewaysMoves: [{ id: 'training', clause: 'HR-1', from: ['sales-director'], requires }],
    })
    expect(moves({ currentRung: 'sales-supervisor' }, policy)).toEqual([['regional-manager', 3]])
    expect(moves({ currentRung: 'sales-director' }, policy)).toEqual([['training', 1]])
  })

  it('has the clauses of all it looked at', () => {
    const { from, clauses, policy } = nextRungs(
      { currentRung: 'sales-supervisor' },
      handbook.careers,
    )
    expect([from, policy.id]).toEqual(['sales-supervisor', 'handbook-careers'])
    expect([...clauses].sort()).toEqual(['PRO-1', 'PRO-3', 'PRO-6'])
  })

  it('asks of an exception that nobody claimed that it is', () => {
    const exception = { id: 'exception', comparison: 'equals', required: true } as const
    const requires = { ...exception, absent: 'not-applicable' } as const
    const policy = changed({ sidewaysMoves: [{ id: 'training', clause: 'HR-1', requires }] })
    const [move] = nextRungs({ currentRung: 'sales-director' }, policy).moves
    expect([move?.eligible, move?.nearest.map(({ id }) => id)]).toEqual(['unknown', ['exception']])
  })

  it.each([
    ['without the rung that somebody is on', {}, 'VALUE_MISSING', ['facts', 'currentRung']],
    [
      'for a rung of another policy',
      { currentRung: 'boss' },
      'NOT_IN_POLICY',
      ['facts', 'currentRung'],
    ],
    ['for facts that are none', null, 'VALUE_MISSING', ['facts']],
    [
      'for a fact that nothing looks at',
      { currentRung: 'training', age: 40 },
      'UNKNOWN_KEY',
      ['facts', 'age'],
    ],
  ])('is refused %s', (_, facts, code, path) => {
    const outcome = attempt(() => nextRungs(facts as CareerFacts, handbook.careers))
    expect(outcome.ok ? [] : outcome.issues).toMatchObject([{ code, path }])
  })

  it('says once what is wrong with a fact that several rungs look at', () => {
    const facts = { currentRung: 'sales-supervisor', moveApproved: 'yes' }
    const outcome = attempt(() => nextRungs(facts, handbook.careers))
    expect(outcome.ok ? [] : outcome.issues.map(({ code }) => code)).toEqual(['VALUE_INVALID'])
  })
})
