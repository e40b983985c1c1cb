import type { AppraisalScheme } from '../appraisal/index.js'
import type { HealthModel } from '../health/index.js'
import type { Condition, Criterion, Defined } from '../kernel/index.js'
import type { LeadModel } from '../leads/index.js'
import type { Field, Fields } from './read/headers.js'

const ID: Field = {
  kind: 'text',
  names: [
    [
      'Lead ID',
      'Record ID',
      'Account ID',
      'Customer ID',
      '编号',
      '线索编号',
      '客户编号',
      '編號',
      '客戶編號',
    ],
    ['Lead', 'Customer', 'Account name', 'Company name', '客户名称', '客戶名稱'],
  ],
}

const EMPLOYEE: Field = {
  kind: 'text',
  names: [
    ['Employee ID', 'id', '工号', '员工编号', '工號', '員工編號'],
    ['Name', '姓名'],
  ],
}

/** How Chinese files call the facts of the handbook's models. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  authority: ['决策权', '決策權'],
  budget: ['预算', '預算'],
  interaction: ['互动', '互動'],
  purchase: ['采购', '购买', '採購'],
  satisfaction: ['满意度', '滿意度'],
  urgency: ['紧迫度', '緊迫度'],
}

/** The columns that a policy looks at: its own criteria and facts, by name. */
export function scoreFields(
  kind: 'leads' | 'health' | 'appraisal',
  policy: Defined<object>,
): Fields {
  if (kind === 'appraisal') return appraisalFields(policy as unknown as AppraisalScheme)
  const model = policy as unknown as LeadModel & HealthModel
  const axes = [model.fit, model.intent].flatMap((axis) => axis?.criteria ?? [])
  const flags = (model.disqualifiers ?? []).flatMap(({ when }) => factsOf(when))
  return {
    id: ID,
    asOf: { kind: 'date' },
    ...criterionFields([...model.criteria, ...axes]),
    ...Object.fromEntries(flags.map((id) => [id, { kind: 'fact' as const }])),
    records: { kind: 'fact' },
  }
}

function appraisalFields({
  indicators,
  bonuses = [],
  deductions = [],
  gradeCaps = [],
}: AppraisalScheme) {
  const ids = [...indicators, ...bonuses, ...deductions].map(({ id }) => id)
  const facts = gradeCaps.flatMap(({ requires }) => factsOf(requires))
  return {
    employee: EMPLOYEE,
    period: { kind: 'text' as const },
    ...Object.fromEntries(
      ids.flatMap((id) => [
        [id, SCORED],
        [`${id}.`, SCORED],
      ]),
    ),
    ...Object.fromEntries(
      facts
        .filter((id) => !ids.includes(id))
        .map((id) => [`facts.${id}`, { kind: 'fact' as const }]),
    ),
    results: SCORED,
    facts: SCORED,
  }
}

const SCORED: Field = { kind: 'score' }

function criterionFields(criteria: readonly Criterion[]): Fields {
  return Object.fromEntries(
    criteria.flatMap(({ id }) => {
      const own = Object.hasOwn(NAMES, id) ? NAMES[id] : undefined
      return [
        [id, own === undefined ? SCORED : { ...SCORED, names: [own] }],
        [`${id}.`, SCORED],
      ]
    }),
  )
}

/** The facts that a condition looks at, however deep. */
function factsOf(condition: Condition): readonly string[] {
  if ('id' in condition) return [condition.id]
  return Object.values(condition)
    .filter(Array.isArray)
    .flatMap((parts: readonly Condition[]) => parts.flatMap(factsOf))
}
