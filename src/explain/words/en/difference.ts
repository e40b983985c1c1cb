/** What is said of differences between outcomes in English. */
export const difference = {
  title: 'What has changed',
  rises: (p: { by: string; was: string; is: string }) =>
    `It rises by ${p.by}, from ${p.was} to ${p.is}.`,
  falls: (p: { by: string; was: string; is: string }) =>
    `It falls by ${p.by}, from ${p.was} to ${p.is}.`,
  stays: (p: { is: string }) => `It stays at ${p.is}.`,
  part: (p: { name: string; difference: string }) => `${p.name}: ${p.difference}.`,
  named: (p: { kind: string; id: string }) => `${p.kind} “${p.id}”`,
  changed: (p: { what: string; was: string; is: string }) =>
    `${p.what}: ${p.is} instead of ${p.was}.`,
  causes: {
    credited: 'What counts',
    attainment: 'Attainment',
    accelerator: 'Step of the accelerator',
    check: 'Condition of the gate',
    condition: 'Condition',
    'not-counted': 'Does not count',
    'exchange-rate': 'Exchange rate',
    refund: 'Refund',
    earned: 'Earned',
    adjustment: 'Adjustments',
    carried: 'Moved between periods',
    cap: 'Cap',
    row: 'Row of the table',
    column: 'Column of the table',
    points: 'Points',
    weight: 'Weight',
    score: 'Score',
    days: 'Days',
    disqualified: 'Disqualified',
  },
  heads: { part: 'Part', cause: 'What', place: 'Place in the input', was: 'Before', is: 'After' },
  blocks: {
    parts: 'Part by part',
    causes: 'What it came from',
    inputs: 'What was given otherwise',
  },
}
