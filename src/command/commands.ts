import type { Commands, Program } from './command.js'
import { FILTER_COMMANDS } from './filterCommands.js'

export const COMMANDS: Commands = {
  check: {
    summary: 'What is wrong with a policy, and what is unwise.',
    load: () => import('./commands/check.js'),
  },
  commission: {
    summary: 'What each payee earns on their order lines.',
    load: () => import('./commands/commission.js'),
  },
  ...FILTER_COMMANDS,
  explain: {
    summary: 'Why this number: an outcome in words.',
    load: () => import('./commands/explain.js'),
  },
  compare: {
    summary: 'Who gains and who loses by another plan.',
    load: () => import('./commands/compare.js'),
  },
  score: {
    summary: 'Scores of leads, of customers, or of people.',
    load: () => import('./commands/score.js'),
  },
  verify: {
    summary: 'Whether an archived outcome is still what its input comes to.',
    load: () => import('./commands/verify.js'),
  },
  schema: {
    summary: 'The JSON Schema of a policy, for your editor.',
    load: () => import('./commands/schema.js'),
  },
  issue: {
    summary: 'What a code means.',
    load: () => import('./commands/issue.js'),
  },
  handbook: {
    summary: "The handbook's policy, to start yours from.",
    load: () => import('./commands/handbook.js'),
  },
}

/** The command as it is installed. */
export const SALES_RULES: Program = {
  about: "Commission, appraisal and scores by a company's own rules, from files.",
  examples: [
    {
      line: 'commission handbook orders.csv --target 1200000',
      does: 'what each payee earns on their order lines',
    },
    { line: 'check plan.json', does: 'what is wrong with a policy, and what is unwise' },
    { line: 'handbook commission > plan.json', does: 'a plan to start from' },
  ],
  commands: COMMANDS,
}
