import type { PolicyHeader } from '../kernel/index.js'
import * as defined from '../kernel/policy/defined.js'
import type { DefinedSalesPolicy, SalesPolicy } from '../policy/index.js'
import { appraisal } from './appraisal.js'
import { care } from './care.js'
import { careers } from './careers.js'
import { chinaCalendar } from './chinaCalendar.js'
import { commission } from './commission.js'
import { compensation } from './compensation.js'
import { grading } from './grading.js'
import { health } from './health.js'
import { leads } from './leads.js'
import { pipeline } from './pipeline.js'
import { rewards } from './rewards.js'
import { service } from './service.js'
import { targets } from './targets.js'

const ID = 'handbook'
const VERSION = '1'
/** The handbook names no day. This is the first one that its calendar knows (ours). */
const FIRST_DAY = '2024-01-01'

/** A ready policy as a section of the document, with the digest of what it decides, so that nobody who loads the handbook has to make it. */
function section<Policy extends PolicyHeader>(policy: Policy, fingerprint: string): Policy {
  const own = { ...policy, id: ID, version: VERSION }
  return defined.seal(defined.kindOf(policy), own, { effectiveFrom: FIRST_DAY, fingerprint })
}

type HandbookSection =
  | 'appraisal'
  | 'calendar'
  | 'care'
  | 'careers'
  | 'commission'
  | 'compensation'
  | 'grading'
  | 'health'
  | 'leads'
  | 'pipeline'
  | 'rewards'
  | 'service'
  | 'targets'

/**
 * The whole handbook as one policy document: what a company amends, compares, lints and packs. It has one version, in force from the first day that the
 * calendar knows; the sections are the ready policies, and have the id and the version of the document.
 *
 * Use it to start a document of your own; for one rule alone, import its ready policy. An edit of `id` names it, and its sections with it.
 *
 * @example A company's own, with another second rate from July on
 * ```ts
 * import { amendPolicy, applyEdits, calculateCommission, policyOn } from 'sales-rules'
 * import { handbookPolicy } from 'sales-rules/handbook'
 *
 * const ours = applyEdits(handbookPolicy, [{ path: 'id', set: 'acme-sales' }])
 * const edits = [{ path: 'commission.scale.tiers.second.rate', set: '0.045' }]
 * const amended = amendPolicy(ours, edits, '2026-07-01')
 * const sold = { sales: '1500000', target: '1500000' }
 * calculateCommission(sold, policyOn(amended, '2026-06-30').commission).amount // => '50000.00'
 * const { amount, policy } = calculateCommission(sold, policyOn(amended, '2026-07-01').commission)
 * amount // => '52500.00'
 * policy.id // => 'acme-sales'
 * ```
 */
export const handbookPolicy: DefinedSalesPolicy<HandbookSection> =
  /* @__PURE__ */ defined.seal<SalesPolicy>('Policy', {
    format: 1,
    id: ID,
    versions: [
      {
        version: VERSION,
        effectiveFrom: FIRST_DAY,
        appraisal: /* @__PURE__ */ section(
          appraisal,
          '22de3c12d333b43b23db5ebe1bb14d623ddfc9b3f2e8ba30cf835289e04399f1',
        ),
        calendar: chinaCalendar,
        care: /* @__PURE__ */ section(
          care,
          '70605dd7df79e8f995a497c3b7eaced28210775b5d5aa6deb6b4abeb0c27b08d',
        ),
        careers: /* @__PURE__ */ section(
          careers,
          '70ebe9df792564432818e011b073a7904d28d6d6f22f0a4115ea63172c3cfe46',
        ),
        commission: /* @__PURE__ */ section(
          commission,
          '891f94262c49170a0c35848ec74f7cd42bbfa4fae212713229688379c9eae2a8',
        ),
        compensation: /* @__PURE__ */ section(
          compensation,
          'a4d5f4b165ad164fd5f6d4a38e341e4757b28b4d4b0d376159e5d0a63851d000',
        ),
        grading: /* @__PURE__ */ section(
          grading,
          '4f90e00cc3da02cda676e13096c6118cf77bee722bbd1abcc9379bfbf6928ea5',
        ),
        health: /* @__PURE__ */ section(
          health,
          'bbaea1c25ec196a49686210a4f4cbac66f75903eec214c1794c97e6bbfc2a825',
        ),
        leads: /* @__PURE__ */ section(
          leads,
          'fa88e6f1297e86227744e90b211bf7bdd7125f0e6d5ad92e465be11151cf68ca',
        ),
        pipeline: /* @__PURE__ */ section(
          pipeline,
          '3153729e89451d3ae2438113d7e8aa63096262a9f417cd12d9e742e1109fc08a',
        ),
        rewards: /* @__PURE__ */ section(
          rewards,
          '1c88d5af0ddde6bc8d0cb2da897d2be1b44b72736652449b8d09365568af5d75',
        ),
        service: /* @__PURE__ */ section(
          service,
          '7fd90bbc3a1bcb6750d91607fdad67f1033fd50c6a3725a83e8248ee3ee84fc9',
        ),
        targets: /* @__PURE__ */ section(
          targets,
          '333c85b2fd84b46d01185fa7c211651e56f9dadffb1661fa81c62384bc11f3c8',
        ),
      },
    ],
  })
