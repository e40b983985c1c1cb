import { describe, it } from 'vitest'
import { counted, expectAsByOracle, TIMEOUT } from './count.js'
import { chains } from './draw.js'

const settle = counted()

describe('any chain of settlements that pay what was invoiced or collected, or in parts', () => {
  it(
    'pays in each period what the oracle says',
    () => expectAsByOracle(chains({ on: ['invoiced', 'collected', 'later'] }), settle),
    TIMEOUT,
  )
})
