import { packPolicy } from '../../kernel/index.js'
import type { Command } from '../command.js'
import { EXIT, usage } from '../exit.js'
import { kindOfPolicy, POLICY_NAMES, type PolicyName } from '../policies.js'
import { POLICY_OPTIONS, readPolicy } from '../policyFile.js'
import { readJson } from '../read/json.js'
import { LOCALE_OPTION } from '../words.js'
import { openOutput } from '../write/output.js'

export const command: Command = {
  arguments: ['plan.json'],
  examples: [
    {
      line: 'pack plan.json --output plan.packed.json',
      does: 'for workers that start again and again',
    },
    { line: 'pack policies.json --kind commission --on 2026-03-31', does: 'the plan of a day' },
  ],
  options: {
    kind: { value: 'KIND', of: POLICY_NAMES, help: 'what it is; otherwise the file shows it' },
    output: { short: 'o', value: 'FILE', help: 'write to a file' },
    ...POLICY_OPTIONS,
    ...LOCALE_OPTION,
  },
  notes: [
    'It is checked once, here, and need not be where it is used: every command takes it in the place of the plan. A digest in it shows a change on the way. It is for this version of sales-rules alone; keep the plan itself.',
  ],
  run: async (given, io) => {
    const [file = ''] = given.arguments
    const named = given.text('kind') as PolicyName | undefined
    const kind =
      named ?? (file === 'handbook' ? 'commission' : kindOfPolicy(await readJson(file, io)))
    if (kind === undefined)
      throw usage(`What ${file} is, it does not show.`, 'Say it: --kind commission.')
    const packed = packPolicy(await readPolicy(file, kind, given, io))
    const output = openOutput(given.text('output'), io)
    output.write(`${JSON.stringify(packed)}\n`)
    await output.finish()
    return EXIT.done
  },
}
