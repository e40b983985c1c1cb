/** The kinds of policy that can be tried. */
export const KINDS = ['commission', 'appraisal', 'leads'] as const

export type Kind = (typeof KINDS)[number]

export function isKind(name: string): name is Kind {
  return KINDS.some((kind) => kind === name)
}
