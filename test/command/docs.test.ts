import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { EXIT } from '../../src/command/index.js'
import { type Shell, shell } from './shell.js'

/**
 * The commands of the README and of the pages on the command, one after the other, as a reader runs them at a terminal. What a page shows below
 * one, behind `#`, is what it writes; or what it says, where it writes no data.
 */
const PAGES = ['README.md', 'docs/command.md', 'docs/scale/README.md']

interface Step {
  readonly line: string
  /** What the lines up to END give it. */
  readonly here: string[]
  readonly shown: string[]
}

function stepsOf(page: string): Step[] {
  const steps: Step[] = []
  let here: string[] | undefined
  for (const line of commandsOf(page)) {
    const last = steps.at(-1)
    if (line === 'END') here = undefined
    else if (here !== undefined) here.push(line)
    else if (line.startsWith('#')) last?.shown.push(line.replace(/^# ?/, ''))
    else {
      const step: Step = { line, here: [], shown: [] }
      steps.push(step)
      if (line.endsWith("<<'END'")) here = step.here
    }
  }
  return steps
}

function commandsOf(page: string): string[] {
  const blocks = [...readFileSync(page, 'utf8').matchAll(/^```sh\n(.*?)^```/gms)]
  return blocks
    .map(([, block = '']) => block)
    .filter((block) => block.includes('npx sales-rules'))
    .flatMap((block) => block.trimEnd().split('\n'))
}

interface State {
  readonly sh: Shell
  code: number
}

/** Runs a line as a shell would, of those few that the pages have; returns what is to be seen. */
async function runLine({ line, here }: Step, state: State): Promise<string> {
  const { sh } = state
  if (line === 'echo $?') return `${state.code}\n`
  const [command = '', target] = line.replace(/ <<'END'$/, '').split(' > ')
  if (command === 'cat') {
    sh.write(target ?? '', here.map((one) => `${one}\n`).join(''))
    return ''
  }
  const ran = await runCommand(command, target === undefined, state)
  if (target !== undefined) sh.write(target, ran.out)
  const isSeen = target === undefined && ran.out !== ''
  return isSeen ? ran.out : ran.err
}

async function runCommand(command: string, isTerminal: boolean, state: State) {
  const [, from = '', to = '', file = ''] = /^sed 's\/(.*)\/(.*)\/' (\S+)$/.exec(command) ?? []
  if (file !== '') return { out: state.sh.read(file).replace(from, to), err: '' }
  if (command.startsWith('cat ')) return { out: state.sh.read(command.slice(4)), err: '' }
  const [, args] = /^npx sales-rules (.*)$/.exec(command) ?? []
  if (args === undefined) throw new Error(`Nobody runs this line here: ${command}`)
  const ran = await state.sh.run(args, { isTerminal, env: { NO_COLOR: '1' } })
  state.code = ran.code
  return ran
}

describe.each(PAGES)('the commands of %s', (page) => {
  const state: State = { sh: shell(), code: 0 }
  afterAll(state.sh.remove)
  const steps = stepsOf(page)

  it('are there', () => {
    expect(steps.length).toBeGreaterThan(1)
  })

  it.each(steps.map((step) => [step.line, step] as const))('%s', async (_, step) => {
    const seen = await runLine(step, state)
    const expected = step.shown.map((line) => `${line}\n`).join('')
    // What goes into a file shows nothing, and what only talks need not be shown.
    if (expected !== '' || !/ > | --output /.test(step.line)) expect(seen).toBe(expected)
  })
})

describe('the page on the command', () => {
  it('has the exit codes that there are', () => {
    const page = readFileSync('docs/command.md', 'utf8')
    const [, table = ''] = /^\| exit code \| means \|\n(.*?)\n\n/ms.exec(page) ?? []
    const codes = [...table.matchAll(/^\| ([\d, ]+) \|/gm)].flatMap(([, list = '']) =>
      list.split(', '),
    )
    expect(codes.map(Number)).toEqual(Object.values(EXIT))
  })
})
