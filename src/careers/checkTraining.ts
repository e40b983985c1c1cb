import * as check from '../kernel/check/check.js'
import type { Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import type { Fields } from '../kernel/input/read.js'
import { type ExactProgramme, exactCareerPolicy } from './exactCareerPolicy.js'
import { clausesOf, readFacts, writeAnswer } from './read.js'
import type { CareerFacts, DefinedCareerPolicy, ProgrammeCheck, TrainingCheck } from './types.js'

/**
 * Lists the training programmes of a policy: which of them are for somebody, and what of each is still to be done (PRO-15). The facts are
 * those of {@link checkPromotion}.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, and what is wrong with a fact.
 *
 * @example A newcomer who has read the handbook and failed the certificate
 * ```ts
 * import { checkTraining, handbook } from 'sales-rules'
 *
 * const facts = { trainingGroup: 'newcomers', productHandbook: true, productCertificate: false }
 * const [newcomers] = checkTraining(facts, handbook.careers).programmes
 * newcomers?.applies // => true
 * newcomers?.complete // => false
 * newcomers?.missing // => ['productPractice', 'productCertificate']
 * ```
 */
export function checkTraining(facts: CareerFacts, policy: DefinedCareerPolicy): TrainingCheck {
  const exact = exactCareerPolicy(policy)
  const issues: Issue[] = []
  const given = readFacts(facts, exact, issues)
  const programmes = exact.programmes.map((programme) => readProgramme(programme, given, issues))
  issue.refuseIfAny(issues)
  const written = programmes.map(writeProgramme)
  const clauses = written.flatMap((one) => clausesOf(one.clause, [...one.for, ...one.checks]))
  return { programmes: written, policy: exact.policy, clauses: [...new Set(clauses)] }
}

interface KnownProgramme {
  readonly programme: ExactProgramme
  readonly for: check.KnownCondition
  readonly complete: check.KnownCondition
}

function readProgramme(programme: ExactProgramme, given: Fields, issues: Issue[]): KnownProgramme {
  return {
    programme,
    for: check.read(programme.for, given, ['facts'], issues),
    complete: check.read(programme.complete, given, ['facts'], issues),
  }
}

function writeProgramme({ programme, for: whom, complete }: KnownProgramme): ProgrammeCheck {
  const outcome = check.compute(complete)
  const whose = check.write(check.compute(whom))
  return {
    programme: programme.id,
    clause: programme.clause,
    applies: writeAnswer(whose.outcome),
    for: whose.checks,
    complete: writeAnswer(outcome.outcome),
    checks: check.write(outcome).checks,
    missing: outcome.missing.map(({ condition }) => condition.id),
  }
}
