/** What is said of who gets the credit for a sale in English. */
export const crediting = {
  title: 'Whose the sales are',
  nobody: 'Nobody is credited with anything.',
  credited: (p: { payees: string }) => `Credited: ${p.payees}.`,
  payee: (p: { payee: string; sales: string }) => `${p.payee} ${p.sales}`,
  overridden: 'Managers earn on sales of those who report to them.',
  team: (p: { manager: string; sales: string }) => `The team of ${p.manager} comes to ${p.sales}.`,
  someNotCredited: 'Some lines are nobody’s; the list says why, and what would change it.',
  someWithoutManager: 'Some lines have no manager; the list says why.',
  by: {
    owners: 'its own owners',
    customer: 'the customer’s owner on the day',
    refund: 'the owners of what is refunded',
  },
  heads: { whole: 'Whole line', by: 'Because of', level: 'Level above', of: 'The member’s line' },
  blocks: {
    payees: 'By payee',
    lines: 'By order line',
    overrides: 'What managers earn on it',
    teams: 'By team',
    members: 'Lines of teams',
    notCredited: 'What is nobody’s',
    notOverridden: 'Lines on which no manager earns',
    notInTeams: 'Lines in no team',
  },

  payments: {
    title: 'Whose the payments are',
    none: 'There are no payments.',
    some: (p: { lines: string }) => `Payments for ${p.lines} go to whoever has the customers.`,
    payment: (p: { line: string; on: string; amount: string; shares: string }) =>
      `${p.amount} for “${p.line}” on ${p.on}: ${p.shares}.`,
    share: (p: { payee: string; share: string }) => `${p.payee} ${p.share}`,
  },
}
