import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXIT } from '../../src/command/index.js'
import { type Shell, shell, wordsOf } from './shell.js'

/** The one file without node_modules, alone in a folder. It tests what was built last, so it runs after `npm run build`. */
const FILE = resolve('dist/filter.cjs')

const LINES = [
  { payee: '张三', id: 'O-1', amount: '900000' },
  { payee: 'Ben', id: 'O-2', amount: 700000 },
  { payee: '张三', id: 'O-3', amount: '600000.50', date: '2026-03-31' },
]
const ndjson = (lines: readonly object[]) =>
  lines.map((line) => `${JSON.stringify(line)}\n`).join('')

const PLAN = {
  id: 'plan',
  version: '1',
  currency: 'CNY',
  scale: {
    mode: 'marginal',
    tiers: [
      { id: 'first', upTo: '1000000', rate: '0.03' },
      { id: 'second', upTo: null, rate: '0.04' },
    ],
  },
}

const files = { 'plan.json': JSON.stringify(PLAN), 'lines.ndjson': ndjson(LINES) }

/** The installed command, in this process, and the file, in one of its own. */
let command: Shell
let alone: Shell

beforeAll(async () => {
  command = shell(files)
  await command.run('pack plan.json --output plan.packed.json')
  alone = shell({ ...files, 'plan.packed.json': command.read('plan.packed.json') })
  copyFileSync(FILE, join(alone.folder, 'filter.cjs'))
})
afterAll(() => {
  command.remove()
  alone.remove()
})

function start(line: string): ChildProcessWithoutNullStreams {
  // Nothing that is installed here may be found.
  const env = { PATH: '', NODE_PATH: '', HOME: alone.folder }
  return spawn(process.execPath, ['filter.cjs', ...wordsOf(line)], { cwd: alone.folder, env })
}

async function ended(child: ChildProcessWithoutNullStreams) {
  const [out, err] = [[], []] as [Buffer[], Buffer[]]
  child.stdout.on('data', (data: Buffer) => out.push(data))
  child.stderr.on('data', (data: Buffer) => err.push(data))
  child.stdin.on('error', () => {})
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }
}

function runAlone(line: string, stdin = '') {
  const child = start(line)
  const end = ended(child)
  child.stdin.end(stdin)
  return end
}

describe('the filter in one file', () => {
  it.each([
    'partial plan.json lines.ndjson --part 7 --output states.ndjson',
    'partial plan.json lines.ndjson --part 7',
    'partial plan.packed.json lines.ndjson',
    'partial handbook lines.ndjson',
    'partial plan.json lines.ndjson --period 2026-02 --locale zh-CN',
    'finish plan.json states.ndjson',
    'finish plan.packed.json states.ndjson --statements',
    'reconcile pay.ndjson --states states.ndjson',
    'pack plan.json',
    'finish plan.json no-such-file.ndjson',
    'partial plan.json lines.ndjson --prat 7',
    'commission plan.json lines.ndjson',
    'help partial',
  ])('writes, says and ends as the command does: %s', async (line) => {
    const { code, out, err } = await runAlone(line)
    const known = line.startsWith('commission')
      ? { code: EXIT.usage, out: '', err: expect.stringContaining('no command "commission"') }
      : await command.run(line)
    expect({ code, out, err }).toEqual(known)
    if (line.includes('--output'))
      expect(alone.read('states.ndjson')).toBe(command.read('states.ndjson'))
    if (line === 'finish plan.json states.ndjson')
      for (const one of [command, alone]) one.write('pay.ndjson', out)
  })

  it('reads standard input, and comes to what the lines come to', async () => {
    const states = await runAlone('partial plan.packed.json', ndjson(LINES))
    const { code, out } = await runAlone('finish plan.packed.json', states.out)
    expect(code).toBe(0)
    const paid = out
      .split('\n')
      .filter(Boolean)
      .map((row) => JSON.parse(row))
    expect(paid.map(({ payee, lines, commission }) => [payee, lines, commission])).toEqual([
      ['Ben', 1, '21000.00'],
      ['张三', 2, '50000.02'],
    ])
  })

  it('makes nothing of nothing', async () => {
    const { code, out } = await runAlone('partial plan.packed.json')
    expect({ code, out }).toEqual({ code: 0, out: '' })
  })

  it('shows its own commands', async () => {
    const { code, out } = await runAlone('--help')
    expect(code).toBe(0)
    const [, listed = ''] = /^Commands\n(.*?)\n\n/ms.exec(out) ?? []
    expect([...listed.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name)).toEqual([
      ...['partial', 'finish', 'reconcile', 'pack'],
    ])
  })

  it('ends in silence where whoever reads has gone', async () => {
    const child = start('partial plan.packed.json lines.ndjson')
    child.stdout.destroy()
    expect(await ended(child)).toEqual({ code: EXIT.closedPipe, out: '', err: '' })
  })

  it('leaves no half of a file by SIGTERM in mid-run', async () => {
    const before = readdirSync(alone.folder).sort()
    const child = start('partial plan.json - --rejected no.csv')
    const end = ended(child)
    // More than is looked at before a file is read.
    child.stdin.write(ndjson(LINES).repeat(1000))
    const begun = join(alone.folder, `.no.csv.${child.pid}.unfinished`)
    while (!existsSync(begun) && child.exitCode === null) await wait(20)
    expect(existsSync(begun)).toBe(true)
    child.kill('SIGTERM')
    expect((await end).code).toBe(EXIT.terminated)
    expect(readdirSync(alone.folder).sort()).toEqual(before)
  })

  it.each([
    ['not for a packed plan', 'plan.packed.json', ''],
    ['for a plan that is checked', 'plan.json', 'zod'],
  ])('runs zod: %s', async (_, plan, said) => {
    // zod leaves its registry with the host.
    alone.write(
      'listen.cjs',
      `process.on('exit', () => '__zod_globalRegistry' in globalThis && require('node:fs').writeSync(2, 'zod'))`,
    )
    const line = ['--require', './listen.cjs', 'filter.cjs', 'partial', plan, '--quiet']
    const child = spawn(process.execPath, line, { cwd: alone.folder })
    child.stdin.end()
    expect(await ended(child)).toEqual({ code: 0, out: '', err: said })
  })

  it('has what it needs inside', () => {
    const text = readFileSync(FILE, 'utf8')
    const outside = [...text.matchAll(/require\("([^"]+)"\)|import\("([^"]+)"\)/g)]
    const names = outside.map(([, required, imported]) => required ?? imported ?? '')
    expect(names.length).toBeGreaterThan(3)
    expect(names.filter((name) => !isBuiltin(name))).toEqual([])
  })
})
