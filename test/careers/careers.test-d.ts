import { type CareerFacts, checkPromotion, handbook } from 'sales-rules'
import { describe, expectTypeOf, it } from 'vitest'

/** An interface has no index signature, and so is no record. */
interface PersonnelFile {
  readonly attainmentLast12Months: string
  readonly newcomerRetention?: number
  readonly managementAssessment: boolean | null
}

describe('the facts of a promotion', () => {
  it('may be of any type that a program has for them', () => {
    expectTypeOf<PersonnelFile>().toExtend<CareerFacts>()
    expectTypeOf<Readonly<Record<string, unknown>>>().toExtend<CareerFacts>()
    const file = {} as PersonnelFile
    checkPromotion(file, 'sales-supervisor', handbook.careers)
  })

  it('are no single value', () => {
    // @ts-expect-error: of which rung does this speak?
    checkPromotion('1.1', 'sales-supervisor', handbook.careers)
    // @ts-expect-error: nothing is known is {}, and not nothing
    checkPromotion(null, 'sales-supervisor', handbook.careers)
  })
})
