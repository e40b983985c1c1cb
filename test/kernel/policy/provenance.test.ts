import { expect, it } from 'vitest'
import { reference } from '../../../src/kernel/policy/defined.js'
import type { PolicyHeader } from '../../../src/kernel/policy/provenance.js'

it('refers to a policy by its id and its version, and carries nothing else of it', () => {
  const policy: PolicyHeader = {
    id: 'east',
    version: '2026.1',
    provenance: [{ path: 'scale', clause: '3.1', origin: 'handbook' }],
  }
  expect(reference(policy)).toEqual({ id: 'east', version: '2026.1' })
})
