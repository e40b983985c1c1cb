/**
 * Reading values that nobody vouches for, by kind: `read.decimal`, `read.date`, `read.fields`. Each takes the value, its path and a list
 * of issues; it adds what is wrong to the list and goes on, so that a caller learns of all problems at once.
 */
export {
  readDecimal as decimal,
  readEstimate as estimate,
  readPositive as positive,
  readRatio as ratio,
  readWithin as within,
  readWritten as written,
} from '../number/decimal.js'
export { isQuotient, readQuotient as quotient } from '../number/quotient.js'
export { readScoreRounding as scoreRounding } from '../number/rounding.js'
export { readUnits as units } from '../number/units.js'
export { readReference as reference } from '../policy/readReference.js'
export { readAnyPeriod as anyPeriod } from '../time/anyPeriod.js'
export { readPeriodAsOf as periodAsOf } from '../time/asOf.js'
export { isDateText as isDate, readDate as date } from '../time/dates.js'
export { readInstant as instant, readLocalTime as localTime } from '../time/instant.js'
export { readPeriod as period } from '../time/periodText.js'
export { readClosedSpan as closedSpan, readSpan as span } from '../time/spans.js'
export { readHistory as history } from '../time/streak.js'
export { isBounded } from './bounded.js'
export { copyData as data } from './plain.js'
export {
  type Fields,
  hasField,
  isName,
  isTyped,
  notAllowed,
  readArray as array,
  readBoolean as boolean,
  readersOf as of,
  readFields as fields,
  readInteger as integer,
  readLength as length,
  readName as name,
  readOptions as options,
  readReason as reason,
  readRecord as record,
  readWord as word,
  unknownKey,
} from './values.js'
