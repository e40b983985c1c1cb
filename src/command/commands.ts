import type { Command } from './command.js'

interface Listed {
  readonly summary: string
  /** The code of a command is loaded when it is called, so that every other one starts fast. */
  readonly load: () => Promise<{ readonly command: Command }>
}

/** The commands, in the order in which the help lists them. */
export const COMMANDS: Readonly<Record<string, Listed>> = {
  check: {
    summary: 'What is wrong with a policy, and what is unwise.',
    load: () => import('./commands/check.js'),
  },
  commission: {
    summary: 'What each payee earns on their order lines.',
    load: () => import('./commands/commission.js'),
  },
  partial: {
    summary: 'One part of many lines, counted on any machine.',
    load: () => import('./commands/partial.js'),
  },
  finish: {
    summary: 'What each payee earns, from all parts that were counted.',
    load: () => import('./commands/finish.js'),
  },
  reconcile: {
    summary: 'Whether nothing was lost between the two, and nobody paid twice.',
    load: () => import('./commands/reconcile.js'),
  },
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
  pack: {
    summary: 'A policy as a file that starts fast, for workers.',
    load: () => import('./commands/pack.js'),
  },
  handbook: {
    summary: "The handbook's policy, to start yours from.",
    load: () => import('./commands/handbook.js'),
  },
}
