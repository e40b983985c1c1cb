import type { Commands, Program } from './command.js'

/** The commands that workers of an engine run, on parts of many lines. */
export const FILTER_COMMANDS: Commands = {
  partial: {
    summary: 'One part of many lines, counted on any machine.',
    load: () => import('./commands/partial.js'),
  },
  finish: {
    summary: 'What each payee earns, from all parts that were counted.',
    load: () => import('./commands/finish.js'),
  },
  reconcile: {
    summary: 'Whether nothing was lost between partial and finish, and nobody paid twice.',
    load: () => import('./commands/reconcile.js'),
  },
  pack: {
    summary: 'A policy as a file that starts fast, for workers.',
    load: () => import('./commands/pack.js'),
  },
}

/** These commands alone, which go to workers as one file. */
export const FILTER: Program = {
  about:
    'Counts parts of many order lines on any machine, and finishes them to what each payee earns.',
  examples: [
    {
      line: 'partial plan.json < part-7.ndjson > states-7.ndjson',
      does: 'counts one part of the lines',
    },
    {
      line: 'finish plan.json states-*.ndjson --target 1200000',
      does: 'what each payee earns, from all parts',
    },
    { line: 'pack plan.json --output plan.packed.json', does: 'a plan that starts fast' },
  ],
  commands: FILTER_COMMANDS,
}
