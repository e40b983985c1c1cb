/** The texts of pictures in English. Each takes figures that are written already. */

type Said<Names extends string> = Readonly<Record<Names, string>>

export const chart = {
  /** Names of powers of ten that an axis leaves to its title, from the least. */
  powers: [
    { power: 0, name: '' },
    { power: 3, name: 'thousand' },
    { power: 6, name: 'million' },
  ],
  unitOf: (power: string, unit: string) => (power === '' ? unit : `${power} ${unit}`),
  axis: (name: string, unit: string | null) => (unit === null ? name : `${name} (${unit})`),
  labelled: (label: string, text: string) => `${label}: ${text}`,
  sentences: (texts: readonly string[]) => texts.filter((text) => text !== '').join(' '),
  sales: 'Sales',
  pay: 'Pay',
  units: (count: string) => `${count} units`,
  unitsSold: 'units',
  plan: 'Plan',
  now: 'Now',
  then: 'Then',
  firstOnly: ({ shown, all }: Said<'shown' | 'all'>) => `The first ${shown} of ${all} rows.`,

  curve: {
    description: 'A curve of pay by sales, from sales of 0 on.',
    payBelow: 'Pay just below',
    payAt: 'Pay at exactly that',
    payAbove: 'Pay just above',
    rateFrom: 'Each further unit earns',
    bend: ({ sales, before, rate }: Said<'sales' | 'before' | 'rate'>) =>
      `From ${sales} on, each further unit of sales earns ${rate}; below, ${before}.`,
    jump: ({ sales, below, above, rate }: Said<'sales' | 'below' | 'above' | 'rate'>) =>
      `At ${sales}, pay jumps from ${below} to ${above}; each further unit earns ${rate}.`,
    cliff: ({ sales, below, above, rate }: Said<'sales' | 'below' | 'above' | 'rate'>) =>
      `At ${sales}, pay falls from ${below} to ${above}; each further unit earns ${rate}.`,
    straight: ({ rate }: Said<'rate'>) =>
      `Each unit of sales earns ${rate}, from the first one on.`,
    pays: ({ sales, amount }: Said<'sales' | 'amount'>) => `Sales of ${sales} pay ${amount}.`,
    payeePays: ({ payee, sales, amount }: Said<'payee' | 'sales' | 'amount'>) =>
      `${payee}: sales of ${sales} pay ${amount}.`,
    next: ({ remaining, rate }: Said<'remaining' | 'rate'>) =>
      `${remaining} more, and each further unit earns ${rate}.`,
    here: 'This statement',
    offCurve: (label: string) => `${label}: off the curve, with pay that it does not show.`,
  },
}

/** What a language says in pictures: a text that is missing does not compile. */
export type ChartWords = typeof chart
