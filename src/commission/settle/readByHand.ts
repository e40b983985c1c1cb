import type { Issue, Path } from '../../kernel/index.js'
import type { Fields } from '../../kernel/input/read.js'
import * as read from '../../kernel/input/read.js'
import * as time from '../../kernel/time/time.js'
import type { Period } from '../lines/periods.js'
import type { SettlementAdjustment } from './types.js'

/** What only corrections, overrides and clawbacks say, as the functions that compute them return them. */
const COMPUTED = ['now', 'due', 'manager', 'elapsedDays']

/** Whether somebody gave an amount, and no function computed it. */
export function isByHand(fields: Fields): boolean {
  return COMPUTED.every((key) => fields[key] === undefined)
}

const KEYS = ['id', 'amount', 'reason', 'by', 'on', 'period', 'payee', 'currency']

/** Who gave an amount, why, when and for which period. */
export function readByHand(
  fields: Fields,
  period: Period | undefined,
  path: Path,
  issues: Issue[],
): Omit<SettlementAdjustment, 'amount'> {
  for (const key of Object.keys(fields))
    if (!KEYS.includes(key)) issues.push(read.unknownKey(key, path, KEYS))
  const { by = null, on = null } = fields
  const who = by === null ? undefined : read.name(by, [...path, 'by'], issues)
  const when = on === null ? undefined : read.date(on, [...path, 'on'], issues)
  return {
    id: read.name(fields['id'], [...path, 'id'], issues) ?? '',
    reason: read.name(fields['reason'], [...path, 'reason'], issues) ?? '',
    ...(who !== undefined && { by: who }),
    ...(when !== undefined && { on: when }),
    ...(period && { period: time.writeAnyPeriod(period) }),
  }
}
