/** How numbers are written for people: other digits are never made, those of the outcome are written another way. */

const DECIMAL = /^(-?)(\d+)(\.\d+)?$/
const QUOTIENT = /^(-?\d+)\/(\d+)$/

/** `1234567.5` → `1,234,567.5`; a quotient that does not end keeps its two whole numbers. */
export function grouped(value: string): string {
  const quotient = QUOTIENT.exec(value)
  if (quotient) return `${grouped(quotient[1] ?? '')}/${grouped(quotient[2] ?? '')}`
  const parts = DECIMAL.exec(value)
  if (!parts) throw new TypeError(value)
  const [, sign = '', whole = '', decimals = ''] = parts
  return sign + inThrees(whole) + decimals
}

/** Step by step: a pattern that looks ahead to the end takes minutes for what somebody may send. */
function inThrees(digits: string): string {
  const groups = digits.length % 3 === 0 ? [] : [digits.slice(0, digits.length % 3)]
  for (let at = digits.length % 3; at < digits.length; at += 3)
    groups.push(digits.slice(at, at + 3))
  return groups.join(',')
}

function withoutEndZeros(digits: string): string {
  let end = digits.length
  while (digits[end - 1] === '0') end -= 1
  return digits.slice(0, end)
}

/** `1200000.00` → `120万` by units of ten thousands, from the greatest: the point moves, exactly; less than the least of them is grouped. */
export function inUnitsOf(units: readonly Unit[], value: string): string {
  const parts = DECIMAL.exec(value)
  if (!parts) return grouped(value)
  const [, sign = '', whole = '', decimals = '.'] = parts
  const unit = units.find(({ power }) => whole.length > power)
  if (unit === undefined) return grouped(value)
  const at = whole.length - unit.power
  const rest = `${whole.slice(at)}${decimals.slice(1)}`.replace(/0+$/, '')
  return `${sign}${grouped(whole.slice(0, at))}${rest === '' ? '' : `.${rest}`}${unit.name}`
}

/** Whether a value, unless it is 0 or a quotient, has digits before the point of a unit. */
export function reaches({ power }: Unit, value: string): boolean {
  const [, , whole = '', decimals = ''] = DECIMAL.exec(value) ?? []
  return whole.length > power || !/[1-9]/.test(whole + decimals)
}

/** A power of ten that has a name. */
export interface Unit {
  readonly power: number
  readonly name: string
}

/** A percentage with more decimals is cut after two, and says so: cut, and never rounded over a threshold. */
const MOST_DECIMALS = 4

/** `0.045` → `4.5%`: the point moves two places, exactly. What does not end soon is cut: `1.067240147368` → `106.72…%`. */
export function percent(ratio: string): string {
  const quotient = QUOTIENT.exec(ratio)
  if (quotient) return `${grouped(quotient[1] ?? '')}/${grouped(quotient[2] ?? '')} × 100%`
  const parts = DECIMAL.exec(ratio)
  if (!parts) throw new TypeError(ratio)
  const [, sign = '', whole = '', decimals = '.'] = parts
  const digits = decimals.slice(1).padEnd(2, '0')
  const moved = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, '')
  const rest = withoutEndZeros(digits.slice(2))
  const shown = rest.length > MOST_DECIMALS ? `${rest.slice(0, 2)}…` : rest
  return `${sign}${grouped(moved)}${shown === '' ? '' : `.${shown}`}%`
}
