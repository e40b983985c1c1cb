import { issueCodes, sentencesOf } from '../../explain/internal.js'
import { meant } from '../args.js'
import type { Command } from '../command.js'
import { EXIT, usage } from '../exit.js'
import { LOCALE_OPTION, localeOf } from '../words.js'
import { openOutput } from '../write/output.js'

export const command: Command = {
  arguments: ['[CODE]'],
  examples: [
    { line: 'issue TARGET_MISSING', does: 'what issues of this code say' },
    { line: 'issue NUMBER_INVALID --locale zh-CN', does: 'in Chinese' },
    { line: 'issue', does: 'all codes' },
  ],
  options: LOCALE_OPTION,
  notes: ['What stands in ‹ › is the name of the param that has the value.'],
  run: async (given, io) => {
    const [code] = given.arguments
    const lines = code === undefined ? issueCodes() : sentencesOf(code, localeOf(given))
    if (lines.length === 0)
      throw usage(
        `There is no code ${code}.${meant(code ?? '', issueCodes())}`,
        'sales-rules issue lists them.',
      )
    const output = openOutput(undefined, io)
    output.write(`${lines.join('\n')}\n`)
    await output.finish()
    return EXIT.done
  },
}
