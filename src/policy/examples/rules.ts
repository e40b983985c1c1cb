import { appraise } from '../../appraisal/index.js'
import {
  attributeCommission,
  calculateCommission,
  creditLines,
  settleCommission,
} from '../../commission/index.js'
import { calculateCompensation, payContest } from '../../compensation/index.js'
import { gradeConsequences, gradeScore } from '../../grading/index.js'
import { churnWarnings, scoreHealth } from '../../health/index.js'
import { scoreLead } from '../../leads/index.js'
import { checkDiscount, forecastPipeline } from '../../pipeline/index.js'
import type { SectionName } from '../sections.js'

interface ExampleRule {
  /** The section that it reads. */
  readonly section: SectionName
  readonly run: (input: never, policy: never) => unknown
}

/** The rules that an example may call, each of an input and one section. */
export const RULES: Readonly<Record<string, ExampleRule>> = {
  appraise: { section: 'appraisal', run: appraise },
  attributeCommission: { section: 'commission', run: attributeCommission },
  calculateCommission: { section: 'commission', run: calculateCommission },
  calculateCompensation: { section: 'compensation', run: calculateCompensation },
  checkDiscount: { section: 'pipeline', run: checkDiscount },
  churnWarnings: { section: 'health', run: churnWarnings },
  creditLines: { section: 'commission', run: creditLines },
  forecastPipeline: { section: 'pipeline', run: forecastPipeline },
  gradeConsequences: { section: 'grading', run: gradeConsequences },
  gradeScore: { section: 'grading', run: gradeScore },
  payContest: { section: 'contest', run: payContest },
  scoreHealth: { section: 'health', run: scoreHealth },
  scoreLead: { section: 'leads', run: scoreLead },
  settleCommission: { section: 'commission', run: settleCommission },
}
