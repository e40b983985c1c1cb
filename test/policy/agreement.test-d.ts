import { describe, it } from 'vitest'
import * as z from 'zod'
import type { Agreeing } from '../../src/kernel/input/agreement.js'
import { given, readPolicy, strict } from '../../src/kernel/input/schema.js'

interface Plan {
  readonly id: string
  readonly cap?: { readonly amount: string }
  readonly steps: readonly { readonly upTo: string | null }[]
}

interface PlanInput {
  readonly id?: string
  readonly cap?: { readonly amount: string | number }
  readonly steps: readonly { readonly upTo: string | number | null }[]
}

const amount = () => given<string | number>().transform(String)
const shape = {
  id: z.string().default('plan'),
  cap: strict({ amount: amount() }).exactOptional(),
  steps: z.array(strict({ upTo: amount().nullable() })),
}

/** Compiles where the schema agrees with the two types. */
const agree = <Made, Given>() => {
  return <Schema extends z.ZodType>(_schema: Agreeing<Schema, Made, Given>) => undefined
}

describe('a schema', () => {
  it('agrees with the types that say the same', () => {
    agree<Plan, PlanInput>()(strict(shape))
  })

  it('lets a policy be read as no other type than it makes', () => {
    const input: PlanInput = { steps: [] }
    const plan: Plan = readPolicy(strict(shape), input)
    // @ts-expect-error: the plan has no such field
    const other: Plan & { readonly gate: string } = readPolicy(strict(shape), input)
    // @ts-expect-error: of what type?
    readPolicy(strict(shape), input)
    return [plan, other]
  })

  it('is refused with a field more or less than the policy', () => {
    // @ts-expect-error: a required field more
    agree<Plan, PlanInput>()(strict({ ...shape, gate: z.string() }))
    // @ts-expect-error: an optional field more, which would fit
    agree<Plan, PlanInput>()(strict({ ...shape, gate: z.string().exactOptional() }))
    const { cap, ...less } = shape
    // @ts-expect-error: an optional field less, which would fit
    agree<Plan, PlanInput>()(strict(less))
    // @ts-expect-error: a renamed field
    agree<Plan, PlanInput>()(strict({ ...less, limit: cap }))
  })

  it('is refused with a field of another type, however deep', () => {
    // @ts-expect-error: a step that need not be open
    agree<Plan, PlanInput>()(strict({ ...shape, steps: z.array(strict({ upTo: amount() })) }))
    const renamed = z.array(strict({ to: amount().nullable() }))
    // @ts-expect-error: a step by another name
    agree<Plan, PlanInput>()(strict({ ...shape, steps: renamed }))
    // @ts-expect-error: a narrower type, which would fit
    agree<Plan, PlanInput>()(strict({ ...shape, id: z.literal('plan').default('plan') }))
    // @ts-expect-error: any type, which would fit
    agree<Plan, PlanInput>()(strict({ ...shape, id: z.any() }))
  })

  it('is refused with a field that is required here and optional there', () => {
    // @ts-expect-error: made by default, and so always there
    agree<Plan, PlanInput>()(strict({ ...shape, cap: shape.cap.unwrap().default({ amount: '1' }) }))
    // @ts-expect-error: must be written, though the input type lets it be left out
    agree<Plan, PlanInput>()(strict({ ...shape, id: z.string() }))
    // @ts-expect-error: may be left out, though the input type demands it
    agree<Plan, PlanInput>()(strict({ ...shape, steps: shape.steps.default([]) }))
  })

  it('is refused with an input of another type', () => {
    const narrow = strict({ amount: z.string() }).exactOptional()
    // @ts-expect-error: a number may be written, says the input type
    agree<Plan, PlanInput>()(strict({ ...shape, cap: narrow }))
    const wide = strict({ amount: given<string | number | bigint>().transform(String) })
    // @ts-expect-error: and no bigint
    agree<Plan, PlanInput>()(strict({ ...shape, cap: wide.exactOptional() }))
  })
})
