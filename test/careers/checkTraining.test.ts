import { attempt, checkTraining, handbook } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { changed } from './policies.js'

const programmes = (facts: object) =>
  Object.fromEntries(
    checkTraining(facts, handbook.careers).programmes.map(({ programme, ...rest }) => [
      programme,
      rest,
    ]),
  )

describe('checkTraining', () => {
  it('has a programme for newcomers, backbone, reserve and supervisors (PRO-15)', () => {
    expect(Object.keys(programmes({}))).toEqual(['newcomers', 'backbone', 'reserve', 'supervisors'])
    expect(programmes({ trainingGroup: 'reserve', currentRung: 'sales-supervisor' })).toMatchObject(
      {
        newcomers: { applies: false },
        backbone: { applies: false },
        reserve: { applies: true, complete: 'unknown', missing: ['managementCourse'] },
        supervisors: { applies: true, complete: 'unknown', missing: ['managerShadowed'] },
      },
    )
    expect(programmes({})['newcomers']).toMatchObject({ applies: 'unknown', complete: 'unknown' })
  })

  it('says by what it is for somebody, and by what it is complete', () => {
    expect(programmes({ trainingGroup: 'reserve', managementCourse: true })['reserve']).toEqual({
      clause: 'PRO-15',
      applies: true,
      for: [
        {
          id: 'trainingGroup',
          clause: 'PRO-15',
          outcome: 'met',
          comparison: 'equals',
          actual: 'reserve',
          required: 'reserve',
          gap: null,
        },
      ],
      complete: true,
      checks: [
        {
          id: 'managementCourse',
          clause: 'PRO-15',
          outcome: 'met',
          comparison: 'equals',
          actual: true,
          required: true,
          gap: null,
        },
      ],
      missing: [],
    })
  })

  it('cites each clause of what it looks at once', () => {
    const own = { id: 'course', clause: 'HR-1' }
    const asked = (id: string, clause: string) =>
      ({ id, comparison: 'equals', required: true, clause }) as const
    const policy = changed({
      programmes: [
        { ...own, for: asked('reserve', 'HR-2'), complete: asked('managerShadowed', 'HR-3') },
        { ...own, id: 'other', for: asked('reserve', 'HR-2'), complete: asked('x', 'HR-4') },
      ],
    })
    expect(checkTraining({}, policy).clauses).toEqual(['HR-1', 'HR-2', 'HR-3', 'HR-4'])
  })

  it('completes product training with handbook, practice and certificate, and not without one', () => {
    const all = { productHandbook: true, productPractice: true, productCertificate: true }
    expect(programmes(all)['newcomers']).toMatchObject({ complete: true, missing: [] })
    for (const id of Object.keys(all))
      expect(programmes({ ...all, [id]: false })['newcomers']).toMatchObject({
        complete: false,
        missing: [id],
      })
  })

  it('has none where the policy has none', () => {
    expect(checkTraining({}, changed({ programmes: [] }))).toMatchObject({
      programmes: [],
      clauses: [],
    })
  })

  it('is refused for a fact that nothing looks at', () => {
    const outcome = attempt(() => checkTraining({ trained: true }, handbook.careers))
    expect(outcome.ok ? [] : outcome.issues).toMatchObject([{ code: 'UNKNOWN_KEY' }])
  })
})
