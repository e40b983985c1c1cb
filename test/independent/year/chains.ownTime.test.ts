import { describe, it } from 'vitest'
import { counted, expectAsByOracle, FEWER, TIMEOUT } from './count.js'
import { chains } from './draw.js'
import { asPayMonths } from './payMonths.js'

const settle = counted(asPayMonths)

describe('any chain of settlements by months from the 26th to the 25th', () => {
  it(
    'pays what the oracle says of the months, whose years and quarters are theirs',
    () => expectAsByOracle(chains({ on: ['booked', 'collected', 'invoiced'] }), settle, FEWER),
    TIMEOUT,
  )
})
