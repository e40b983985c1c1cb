/** An example of each outcome of the room, with as much in it as a case of everyday has. */
import { handbook } from 'sales-rules'
import {
  comparePolicies,
  curvesOf,
  goalSeek,
  reviewPay,
  sensitivityOf,
  simulate,
  sweep,
  withValue,
} from 'sales-rules/scenario'

const ANN = { id: 'Ann', group: 'east', input: { sales: '1500000', target: '1200000' } }
const BEN = { id: 'Ben', group: 'west', input: { sales: '700000', target: '650000' } }
const EVE = { id: 'Eve', group: 'west', input: { sales: '900000' } }

export const lowered = withValue(handbook.commission, 'scale.tiers.first.upTo', '800000')

const attainment = {
  quantiles: [
    { at: '0', attainment: '0.5' },
    { at: '0.5', attainment: '0.95' },
    { at: '1', attainment: '1.6' },
  ],
}

export const scenarioOutcomes = {
  comparePolicies: () =>
    comparePolicies([ANN, BEN, EVE], { now: handbook.commission, then: lowered }),
  curvesOf: () => curvesOf([handbook.commission], { target: '1200000', upTo: '2500000' }),
  goalSeek: () =>
    goalSeek([ANN, BEN], lowered, {
      path: 'scale.tiers.first.rate',
      between: ['0.02', '0.03'],
      decimals: 4,
      goal: { atMost: '71000' },
    }),
  reviewPay: () =>
    reviewPay(
      [
        ANN,
        { id: 'Ben', group: 'east', input: { sales: '676000', target: '650000' } },
        { id: 'Cid', group: 'west', input: { sales: '950000', target: '1000000' } },
        { id: 'Dan', group: 'west', input: { sales: '2002000', target: '2000000' } },
      ],
      handbook.commission,
    ),
  sensitivityOf: () => sensitivityOf([ANN, BEN], handbook.commission),
  simulate: () =>
    simulate(
      [
        { id: 'Ann', input: { target: '1200000' } },
        { id: 'Ben', input: { target: '650000' } },
      ],
      handbook.commission,
      { seed: 2026, runs: 200, attainment },
    ),
  sweep: () =>
    sweep([ANN, BEN], handbook.commission, {
      path: 'scale.tiers.first.upTo',
      values: ['600000', '800000', '1000000', '3000000'],
    }),
}
