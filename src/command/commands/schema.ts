import { readFileSync } from 'node:fs'
import { meant } from '../args.js'
import type { Command } from '../command.js'
import { EXIT, usage } from '../exit.js'
import { packageFile } from '../packageFile.js'
import { POLICY_NAMES } from '../policies.js'
import { openOutput } from '../write/output.js'

export const command: Command = {
  arguments: ['KIND'],
  examples: [
    { line: 'schema commission > commission.json', does: 'the schema of a commission plan' },
    { line: 'schema policy', does: 'that of a document of all policies' },
  ],
  options: { output: { short: 'o', value: 'FILE', help: 'write to a file' } },
  notes: [
    `KIND is one of ${POLICY_NAMES.join(', ')}.`,
    'A schema says the shape alone: sales-rules check says what the parts of a policy must be to each other.',
  ],
  run: async (given, io) => {
    const [name = ''] = given.arguments
    if (!POLICY_NAMES.some((known) => known === name))
      throw usage(
        `There is no schema "${name}".${meant(name, POLICY_NAMES)}`,
        `There are ${POLICY_NAMES.join(', ')}.`,
      )
    const output = openOutput(given.text('output'), io)
    output.write(readFileSync(packageFile(`schemas/${name}.json`), 'utf8'))
    await output.finish()
    return EXIT.done
  },
}
