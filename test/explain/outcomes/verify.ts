import { calculateCommission, handbook } from 'sales-rules'
import { diffOutcomes, withInput } from 'sales-rules/explain'

const paid = (sales: string) => {
  const input = { payee: 'E-17', sales, target: '1000000' }
  return withInput(calculateCommission(input, handbook.commission), input)
}

export const verifyOutcomes = {
  diffOutcomes: () => diffOutcomes(paid('1500000'), paid('900000')),
}
