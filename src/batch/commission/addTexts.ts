import { refuse } from '../../kernel/input/issue.js'
import { TEXTS_MISFIT } from '../issues.js'
import { lengthOf } from './addRows.js'
import { addFields, type Building } from './building.js'

export function addTexts(
  building: Building,
  payees: readonly string[],
  amounts: readonly string[],
): void {
  const length = lengthOf(payees, 'payees')
  const others = lengthOf(amounts, 'amounts')
  if (length !== others) refuse(TEXTS_MISFIT, ['amounts'], { given: String(others), count: length })
  for (let at = 0; at < length; at += 1) addFields(building, payees[at], amounts[at])
}
