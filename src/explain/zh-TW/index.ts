/** All texts in Traditional Chinese. */
import type { Language } from '../kinds.js'
import { spaced } from '../words.js'
import { appraisal } from './appraisal.js'
import { batch } from './batch.js'
import { careers } from './careers.js'
import { chart } from './chart.js'
import { commission } from './commission.js'
import { compensation } from './compensation.js'
import { explain } from './explain.js'
import { grading } from './grading.js'
import { health } from './health.js'
import { kernel } from './kernel.js'
import { leads } from './leads.js'
import { lint } from './lint.js'
import { pipeline } from './pipeline.js'
import { policy } from './policy.js'
import { rewards } from './rewards.js'
import { scenario } from './scenario.js'
import { service } from './service.js'
import { settle } from './settle.js'
import { targets } from './targets.js'
import { verify } from './verify.js'
import { got } from './words.js'

export const traditionalChinese: Language = {
  missing: (words) => `缺漏，應為${spaced(words)}。`,
  invalid: (given, words) => `${got(given)}，應為${spaced(words)}。`,
  texts: {
    appraisal,
    batch,
    careers,
    chart,
    commission,
    compensation,
    explain,
    grading,
    health,
    kernel,
    leads,
    lint,
    pipeline,
    policy,
    rewards,
    scenario,
    service,
    settle,
    targets,
    verify,
  },
}
