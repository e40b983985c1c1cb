import * as defined from '../kernel/policy/defined.js'
import * as policies from '../policy/index.js'

export function withValue<Policy extends object>(
  policy: Policy,
  path: string,
  value: unknown,
): Policy {
  const copy = JSON.parse(JSON.stringify({ ...policy, provenance: [] }))
  const steps = path.split('.')
  const last = steps.pop() ?? ''
  let at = copy
  for (const step of steps)
    at = Array.isArray(at) ? at.find((one: { id: string }) => one.id === step) : at[step]
  at[last] = typeof at[last] === 'number' ? Number(value) : value
  return (policies as unknown as Record<string, (p: unknown) => Policy>)[
    `define${defined.kindOf(policy)}`
  ]?.(copy) as Policy
}
