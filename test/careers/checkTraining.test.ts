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
