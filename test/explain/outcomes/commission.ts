import { attributeCommission, calculateCommission, handbook } from 'sales-rules'

const lines = [
  { id: 'O-1', amount: '900000' },
  { id: 'O-2', amount: '300000' },
  { id: 'O-3', amount: '-20000' },
]
const input = {
  payee: 'E-17',
  period: '2026-03',
  lines,
  target: '1000000',
  coefficientUplift: '0.005',
}

export const commissionOutcomes = {
  attributeCommission: () => attributeCommission(input, handbook.commission),
  calculateCommission: () => calculateCommission(input, handbook.commission),
}
