/** The kinds of policy, as the sections of a document are named; each with keys that no other kind has. */
const SIGNS = {
  appraisal: ['indicators'],
  calendar: ['weekend'],
  care: ['rhythms', 'packages', 'protection'],
  careers: ['ladders'],
  commission: ['scale'],
  compensation: ['components'],
  contest: ['prizes', 'pot'],
  grading: ['grades'],
  health: ['unansweredInARow', 'worstPart'],
  leads: ['disqualifiers', 'highValueFrom'],
  pipeline: ['stages'],
  policy: ['versions'],
  rewards: ['equity', 'hallOfFame', 'allowances'],
  scale: ['mode'],
  service: ['standards'],
  targets: ['measures', 'proration', 'signing'],
  workingHours: ['week'],
} as const satisfies Record<string, readonly string[]>

export type PolicyName = keyof typeof SIGNS

export const POLICY_NAMES = Object.keys(SIGNS) as readonly PolicyName[]

export function isPolicyName(name: string): name is PolicyName {
  return Object.hasOwn(SIGNS, name)
}

/** The kind of policy that a file is: by the schema that it names, or by a key that only one kind has. */
export function kindOfPolicy(json: unknown): PolicyName | undefined {
  if (typeof json !== 'object' || json === null) return undefined
  const { $schema } = json as { $schema?: unknown }
  const named = typeof $schema === 'string' ? /([A-Za-z]+)\.json$/.exec($schema)?.[1] : undefined
  if (named !== undefined && isPolicyName(named)) return named
  const found = POLICY_NAMES.filter((name) => SIGNS[name].some((sign) => Object.hasOwn(json, sign)))
  return found.length === 1 ? found[0] : undefined
}
