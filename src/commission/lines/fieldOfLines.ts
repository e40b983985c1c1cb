import type { CommissionPlan } from '../types.js'

/** The field by which a plan looks at each line, so that a sum of sales says too little; null where none does. */
export function fieldOfLines({ base, measuredBy, cap }: CommissionPlan): string | null {
  if (base === 'margin') return 'base'
  if (measuredBy !== undefined) return 'measuredBy'
  return cap?.line === undefined ? null : 'cap.line'
}
