import { describe, it } from 'vitest'
import { CASES, counted, expectAsByOracle, TIMEOUT } from './count.js'
import { orderChains } from './draw.orders.js'

const settle = counted()

describe('any chain of settlements with awards for orders that go on', () => {
  it(
    'pays in each period what the oracle says',
    // Besides the 10,000 years of other chains.
    () => expectAsByOracle(orderChains(), settle, CASES / 4),
    TIMEOUT,
  )
})
