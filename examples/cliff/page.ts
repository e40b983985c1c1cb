// Every law of the plan, tried by fast-check, and the smallest case that breaks one.
import fc from 'fast-check'
import { calculateCommission, type DefinedCommissionPlan } from 'sales-rules'
import { exemptLawsOf, lawsOf } from 'sales-rules/testing'
import { mended, plan } from './plan.js'

/** A law that a plan breaks, and the smallest case in which it does. */
export interface BrokenLaw {
  readonly law: string
  readonly counterexample: unknown
  readonly said: string
}

/** The same seed draws the same cases, in this page and in its test. */
const SEED = 2026

export function brokenLaws(tested: DefinedCommissionPlan, seed = SEED): BrokenLaw[] {
  return lawsOf(fc, tested).flatMap(({ name, property }) => {
    const { counterexample, errorInstance } = fc.check(property, { seed })
    if (!counterexample) return []
    const said = errorInstance instanceof Error ? errorInstance.message : ''
    return [{ law: name, counterexample: counterexample[0], said }]
  })
}

export function page(): string[] {
  return [
    'All sales at the rate of their tier: 5% up to 1,000,000, and 4% from there on',
    ...reportOf(plan),
    '',
    'The same rates, each for the sales in its own tier',
    ...reportOf(mended),
  ]
}

function reportOf(tested: DefinedCommissionPlan): string[] {
  const broken = brokenLaws(tested)
  const held = lawsOf(fc, tested).length - broken.length
  return [
    `  ${held} laws hold, ${broken.length} broken`,
    ...broken.flatMap(({ law, said }) => [`  broken: ${law}`, `    ${said}`]),
    ...exemptLawsOf(fc, tested).flatMap(({ name, because }) => [
      `  not tried: ${name}`,
      `    ${because}`,
    ]),
    ...['999999.99', '1000000.00', '1250000.00'].map(
      (sales) => `  ${sales.padStart(10)} pays ${calculateCommission({ sales }, tested).amount}`,
    ),
  ]
}
