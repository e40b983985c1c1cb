import type { Command } from '../command.js'
import { EXIT } from '../exit.js'
import { readyPolicy } from '../readyPolicy.js'
import { openOutput } from '../write/output.js'

export const command: Command = {
  arguments: ['NAME'],
  examples: [
    { line: 'handbook commission > plan.json', does: 'a plan to start from' },
    { line: 'handbook policy > policies.json', does: 'all policies as one document' },
  ],
  options: { output: { short: 'o', value: 'FILE', help: 'write to a file' } },
  notes: [
    'NAME is one of appraisal, bantLeads, calendar, care, careers, challengeAppraisal, commission, compensation, grading, health, leads, pipeline, policy, rewards, service, targets.',
    'Change what you decide, give it an id and a version of your own, and run sales-rules check on it.',
  ],
  run: async (given, io) => {
    const [name = ''] = given.arguments
    const [kind, policy] = readyPolicy(name)
    const output = openOutput(given.text('output'), io)
    const $schema = `node_modules/sales-rules/schemas/${kind}.json`
    output.write(`${JSON.stringify({ $schema, ...policy }, null, 2)}\n`)
    await output.finish()
    return EXIT.done
  },
}
