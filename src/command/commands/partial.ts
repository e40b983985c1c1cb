import type { DefinedCommissionPlan } from '../../commission/index.js'
import { digestOfContents } from '../../kernel/policy/digest.js'
import type { Command } from '../command.js'
import { EXIT } from '../exit.js'
import { openLines, readByteLines } from '../filter/byteLines.js'
import { countLines } from '../filter/countLines.js'
import { requireMergeable } from '../filter/requireMergeable.js'
import { stateLine } from '../filter/stateLine.js'
import { say } from '../io.js'
import { TABLE_OPTIONS } from '../pay/options.js'
import { POLICY_OPTIONS, readPolicy } from '../policyFile.js'
import { collectRejected } from '../rejected.js'
import { counted, LOCALE_OPTION, voiceOf } from '../words.js'
import { openOutput } from '../write/output.js'
import { OUTPUT_OPTIONS } from '../write/rows.js'

export const command: Command = {
  arguments: ['plan.json', '[lines.ndjson]'],
  examples: [
    {
      line: 'partial plan.json < part-7.ndjson > states-7.ndjson',
      does: 'counts one part of the lines, on any machine',
    },
    {
      line: 'partial plan.json part-7.ndjson --part 7 --output states-7.ndjson',
      does: 'with a name, so that a part that comes twice is refused',
    },
    {
      line: 'partial plan.json lines.ndjson | sales-rules finish plan.json --target 1200000',
      does: 'what each payee earns, in one go',
    },
  ],
  options: {
    period: {
      value: 'PERIOD',
      help: 'the period that is counted: 2026-03, 2026-Q1; lines of other days are refused',
    },
    part: { value: 'NAME', help: 'what this part of the lines is called' },
    ignore: { value: 'KEY', many: true, help: 'a key of the lines that is passed over' },
    rejected: TABLE_OPTIONS.rejected,
    encoding: TABLE_OPTIONS.encoding,
    output: OUTPUT_OPTIONS.output,
    ...POLICY_OPTIONS,
    ...LOCALE_OPTION,
  },
  notes: [
    'Lines of JSON come in, each with a payee and the fields of an order line; states come out, a line of JSON for each payee, in the order of their names. The same part gives the same bytes.',
    'Without a file it reads standard input. A line that is refused ends the run with code 1, and nothing is written; with --rejected FILE it is set aside there.',
    'Ids of lines are not kept: one that comes twice is counted twice. Of two lines that are both said to be the first order of a customer, the one whose id is first counts.',
    'A plan that has to see all lines of a payee together is refused: shuffle the lines by payee, and run sales-rules commission on each part.',
  ],
  run: async (given, io) => {
    const [planFile = '', file = '-'] = given.arguments
    const plan = await readPolicy<DefinedCommissionPlan>(planFile, 'commission', given, io)
    const [period, part] = [given.text('period'), given.text('part')]
    const voice = await voiceOf(given)
    requireMergeable(plan, planFile, voice)
    const source = await openLines(file, given.text('encoding'), io)
    const head = { header: ['json'], columns: new Map() }
    const rejected = collectRejected({ name: source.name, given, head: () => head }, io)
    const counting = countLines({
      ...{ plan, period, ignored: given.texts('ignore'), voice, place: source.place },
      refuse: (line, text, faults, whose) =>
        rejected.addRow({ line, values: {}, cells: [text.trim()], faults }, faults, whose),
    })
    await readByteLines(source, counting)
    const states = counting.finish()
    await rejected.end((payee) => states.some(([name]) => name === payee))
    const output = openOutput(given.text('output'), io)
    const named = {
      policy: digestOfContents(plan),
      ...(period && { period }),
      ...(part && { part }),
    }
    for (const [payee, totals] of states) output.write(stateLine(payee, named, totals))
    await output.finish()
    const lines = states.reduce((sum, [, totals]) => sum + totals.lines, 0)
    say(io, `${counted(lines, 'line')}, ${counted(states.length, 'payee')}.`)
    return EXIT.done
  },
}
