import { COMMON } from './args.js'
import type { Command, Example, Option, Options, Program } from './command.js'

/** The page of the whole: what most want first. */
export function helpOfAll({ about, examples, commands }: Program): string {
  return `${about}

${examples.map(exampleText).join('\n')}

Commands
${columns(Object.entries(commands).map(([name, { summary }]) => [name, summary]))}

Options
${columns([...optionRows(COMMON), ['--version', 'show the version']])}

sales-rules COMMAND --help shows the examples and the options of one of them.
Where a policy is asked for, "handbook" is the one of the handbook that comes with this package.

Exit codes
${columns(EXITS)}
`
}

const EXITS: readonly (readonly [string, string])[] = [
  ['0', 'done'],
  ['1', 'refused: rows, payees or a policy; or an outcome that is not verified'],
  ['2', 'called wrongly: a command, an option or a column'],
  ['65', 'a file is not what it should be: no JSON, no text, another encoding'],
  ['66', 'a file is not there, or may not be read'],
  ['70', 'a fault of this program'],
  ['74', 'not written: a full disk, a folder that is not there'],
  ['130, 141, 143', 'interrupted, closed pipe, ended from outside'],
]

/** The page of one command: examples first. */
export function helpOf(name: string, command: Command, { commands }: Program): string {
  const { examples, options, notes = [] } = command
  const parts = [
    `${commands[name]?.summary ?? ''}\n\n${examples.map(exampleText).join('\n')}`,
    `Usage\n  sales-rules ${[name, ...command.arguments].join(' ')} [options]`,
    `Options\n${columns(optionRows({ ...options, ...COMMON }))}`,
    ...notes.map((note) => wrapped(note, WIDEST).join('\n')),
  ]
  return `${parts.join('\n\n')}\n`
}

function exampleText({ line, does }: Example): string {
  return `  sales-rules ${line}\n      ${does}`
}

function optionRows(options: Options): (readonly [string, string])[] {
  return Object.entries(options).map(([key, option]) => [nameOf(key, option), helpText(option)])
}

function nameOf(key: string, { short, value }: Option): string {
  const names = short === undefined ? `--${key}` : `-${short}, --${key}`
  return value === undefined ? names : `${names} ${value}`
}

function helpText({ help, of }: Option): string {
  return of === undefined ? help : `${help} (${of.join(', ')})`
}

function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length))
  const indent = `\n${' '.repeat(width + 4)}`
  return rows
    .map(([left, right]) => {
      const lines = wrapped(right, WIDEST - width - 4)
      return `  ${left.padEnd(width)}  ${lines.join(indent)}`
    })
    .join('\n')
}

const WIDEST = 100

/** A text in lines of at most so many letters, where its words allow it. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
