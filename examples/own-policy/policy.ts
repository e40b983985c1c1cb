// A company takes the handbook as its own policy document and, from July on, pays more in the second tier.
import {
  amendPolicy,
  applyEdits,
  calculateCommission,
  checkExamples,
  type Defined,
  diffPolicies,
  type Edit,
  lintPolicy,
  type PackedPolicy,
  packPolicy,
  policyOn,
  unpackPolicy,
} from 'sales-rules'
import { handbookPolicy } from 'sales-rules/handbook'

export const changeDay = '2026-07-01'

/** The handbook under the company's name. Over which period its tiers count the handbook does not say: here over the quarter. */
export const before = applyEdits(handbookPolicy, [
  { path: 'id', set: 'acme-sales' },
  { path: 'name', set: 'Acme sales rules' },
  { path: 'commission.tiersPer', set: 'quarter' },
])

/** What is meant by the change, as a case with its result: 1,000,000 at 3%, and 500,000 at 4.5%. */
const example = {
  id: 'second-tier',
  rule: 'calculateCommission',
  input: { period: '2026-Q3', sales: '1500000', target: '1500000' },
  expect: { amount: '52500.00' },
}

/** The change as it was decided. */
export const after = amendPolicy(
  before,
  [
    { path: 'commission.scale.tiers.second.rate', set: '0.045' },
    { path: 'examples', insert: example },
  ],
  changeDay,
)

/** Examples that do not come out as they say, and what lint finds. */
export const failing = checkExamples(after)
export const lint = lintPolicy(after)

/** What the new version has otherwise than the one before, section by section: the edits that make it, and those that would undo it. */
export function changes() {
  const old = new Map(sectionsOn('2026-06-30'))
  return sectionsOn(changeDay).map(([name, now]) => {
    const then = old.get(name) ?? now
    return {
      name,
      made: valuesOf(diffPolicies(then, now)),
      undone: valuesOf(diffPolicies(now, then)),
    }
  })
}

/** The values that edits set, by their place; each section has another version, which is no change. */
function valuesOf(edits: readonly Edit[]): ReadonlyMap<string, unknown> {
  return new Map(
    edits.flatMap((edit) =>
      'set' in edit && edit.path !== 'version' ? [[edit.path, edit.set]] : [],
    ),
  )
}

function sectionsOn(day: string): [string, Defined<object>][] {
  const { id, version, effectiveFrom, until, fingerprint, ...sections } = policyOn(after, day)
  return Object.entries(sections)
}

/** The document as text, as it goes to a database or into a page; and the document that is made of the text there, without zod. */
export const sent = JSON.stringify(packPolicy(after))
export const received = unpackPolicy(JSON.parse(sent) as PackedPolicy<typeof after>)

/** The same sales and target on either side of the change. */
export function statements() {
  return ['2026-Q2', '2026-Q3'].map((period) => {
    const lastDay = period === '2026-Q2' ? '2026-06-30' : '2026-09-30'
    const { commission } = policyOn(received, lastDay)
    return calculateCommission(
      { payee: 'Li', period, sales: '1500000', target: '1500000' },
      commission,
    )
  })
}
