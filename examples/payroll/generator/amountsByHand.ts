/** What the head of sales decided: who gets it, for which month and in which run, why, and when. */
export const amountsByHand = [
  {
    id: 'H001',
    payee: 'P05',
    for_month: '2026-10',
    paid_in: '2026-11',
    amount: '800.00',
    reason: 'looked after C044 for a colleague',
    given_by: 'Gao Yun',
    given_on: '2026-11-12',
  },
  {
    id: 'H002',
    payee: 'P09',
    for_month: '2026-12',
    paid_in: '2027-02',
    amount: '-450.00',
    reason: 'order of C012 belongs to P11',
    given_by: 'Gao Yun',
    given_on: '2027-02-04',
  },
  {
    id: 'H003',
    payee: 'P11',
    for_month: '2026-12',
    paid_in: '2027-02',
    amount: '450.00',
    reason: 'order of C012, booked on P09',
    given_by: 'Gao Yun',
    given_on: '2027-02-04',
  },
] as const
