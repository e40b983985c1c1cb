/** A month by its name is the company's own of that name, from the 26th of the month before to the 25th. */
export function asPayMonths<Value>(value: Value): Value {
  return mapped('', value) as Value
}

function mapped(key: string, value: unknown): unknown {
  if (key === 'earlierPlans') return value
  if (key === 'period' && typeof value === 'string' && /^\d{4}-\d{2}$/.test(value))
    return payMonth(value)
  if (Array.isArray(value)) return value.map((one) => mapped('', one))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapped(name, one)]))
}

function payMonth(id: string) {
  const [year = 0, month = 0] = id.split('-').map(Number)
  const before = month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`
  return { id, from: `${before}-26`, to: `${id}-25` }
}
