import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { readArgs } from '../../src/command/args.js'
import { COMMANDS } from '../../src/command/commands.js'
import { EXIT } from '../../src/command/index.js'
import { ORDERS, shell, wordsOf } from './shell.js'

const sh = shell({ 'orders.csv': ORDERS })
afterAll(sh.remove)
const names = Object.keys(COMMANDS)

describe('run', () => {
  it('says the version of the package', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    expect(await sh.run('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' })
  })

  it.each(['--help', '-h', 'help'])(
    'shows every command and every exit code by %s',
    async (flag) => {
      const { code, out, err } = await sh.run(flag)
      expect({ code, err }).toEqual({ code: 0, err: '' })
      for (const name of names) expect(out).toMatch(new RegExp(`^ {2}${name} `, 'm'))
      const [, codes = ''] = /Exit codes\n(.*)/s.exec(out) ?? []
      const shown = [...codes.matchAll(/^ {2}([\d, ]+?) {2}/gm)].flatMap(([, list = '']) =>
        list.split(', '),
      )
      expect(shown.map(Number)).toEqual(Object.values(EXIT))
    },
  )

  it('without a word shows its help where talk goes, and ends as called wrongly', async () => {
    const { code, out, err } = await sh.run('')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('sales-rules commission handbook orders.csv --target 1200000')
  })

  it.each(names)('%s shows its examples first, and they are such that it takes', async (name) => {
    const { code, out } = await sh.run(`${name} --help`)
    expect(code).toBe(0)
    expect(await sh.run(`help ${name}`)).toMatchObject({ code: 0, out })
    const { command } = (await COMMANDS[name]?.load()) ?? {}
    if (command === undefined) throw new Error(`${name} is not there`)
    expect(command.examples.length).toBeGreaterThan(0)
    for (const { line } of command.examples) {
      expect(out.indexOf(line)).toBeGreaterThan(0)
      expect(out.indexOf(line)).toBeLessThan(out.indexOf('Usage'))
      const [first, ...args] = wordsOf(line.replace(/ [<>|] .*/, ''))
      expect(first).toBe(name)
      expect(() => readArgs(name, command, args)).not.toThrow()
    }
    for (const option of Object.keys(command.options)) expect(out).toContain(`--${option}`)
    expect(Math.max(...out.split('\n').map((one) => one.length))).toBeLessThanOrEqual(100)
  })

  it.each([
    ['comission handbook orders.csv', 'There is no command "comission". Did you mean commission?'],
    [
      'commission handbook orders.csv --tagret 1',
      'There is no option --tagret. Did you mean --target?',
    ],
    ['commission handbook orders.csv -x', 'There is no option -x.'],
    ['commission handbook orders.csv --target', '--target needs a value: --target AMOUNT.'],
    [
      'commission handbook orders.csv --target --statements',
      '--target needs a value: --target AMOUNT.',
    ],
    [
      'commission handbook orders.csv --statements=yes',
      '--statements takes no value, and was given "yes".',
    ],
    [
      'commission handbook orders.csv --format tabl',
      '--format is one of table, csv, ndjson, not "tabl". Did you mean table?',
    ],
    ['commission handbook', 'lines.csv is missing: sales-rules commission plan.json lines.csv.'],
    ['commission handbook orders.csv more.csv', '"more.csv" is one argument too many'],
    ['commission handbook orders.csv --period 2026-13', '--period: got "2026-13"'],
    ['commission handbook orders.csv --statements --format csv', '--statements are lines of JSON'],
    ['commission handbook orders.csv --with-input', '--with-input goes with --statements.'],
    ['score deals handbook orders.csv', 'score takes leads, health, appraisal, not "deals".'],
    ['handbook comission', 'The handbook has no policy "comission". Did you mean commission?'],
    ['schema comission', 'There is no schema "comission". Did you mean commission?'],
    ['issue TARGET_MISING', 'There is no code TARGET_MISING. Did you mean TARGET_MISSING?'],
    [
      'commission handbook ordres.csv',
      'ordres.csv: there is no such file.\nDid you mean orders.csv?',
    ],
  ])('says what is wrong with "%s"', async (line, said) => {
    const { code, out, err } = await sh.run(line)
    expect(code).toBe(line.includes('ordres') ? EXIT.noInput : EXIT.usage)
    expect(out).toBe('')
    expect(err).toContain(`error: ${said}`)
  })

  it.each([
    ['schema comission', 'There are appraisal, calendar, care, careers, commission, '],
    ['handbook comission', 'It has '],
    ['comission', 'sales-rules --help lists them.'],
    ['commission handbook orders.csv -x', 'sales-rules commission --help lists them.'],
    ['commission handbook', 'sales-rules commission --help shows examples.'],
    ['issue TARGET_MISING', 'sales-rules issue lists them.'],
    ['commission handbook orders.csv --map amount=money', 'The fields are payee, id, amount, '],
  ])('says what there is instead of "%s"', async (line, hint) => {
    expect((await sh.run(line)).err).toContain(`\n${hint}`)
  })

  it('takes a value that begins with a sign', async () => {
    const { code, err } = await sh.run('commission handbook orders.csv --target -5')
    expect(code).toBe(EXIT.refused)
    expect(err).toContain('got "-5"')
  })

  it('says nothing but what is wrong by --quiet', async () => {
    const quiet = await sh.run('commission handbook orders.csv --target 650000 --quiet')
    expect(quiet).toMatchObject({ code: 0, err: '' })
    const refused = await sh.run('commission handbook orders.csv -q')
    expect(refused.err).toContain('target: is missing')
  })

  it('colours what is wrong on a terminal alone, and not where NO_COLOR is set', async () => {
    const around = { isTerminal: true }
    expect((await sh.run('nothing', around)).err).toContain('\u001b[31merror:\u001b[39m')
    expect((await sh.run('nothing', { ...around, env: { NO_COLOR: '1' } })).err).not.toContain(
      '\u001b',
    )
    expect((await sh.run('nothing', { ...around, env: { TERM: 'dumb' } })).err).not.toContain(
      '\u001b',
    )
    expect((await sh.run('nothing')).err).not.toContain('\u001b')
  })

  it.each([
    ['EPIPE', EXIT.closedPipe, ''],
    ['ENOSPC', EXIT.notWritten, 'error: standard output: the disk is full\nMake room'],
  ])('ends by its code where standard output fails with %s', async (failing, code, said) => {
    const ran = await sh.run('handbook commission', { failing })
    expect(ran.code).toBe(code)
    expect(said === '' ? ran.err : ran.err.slice(0, said.length)).toBe(said)
  })

  it('says that a fault is its own, without a trace', async () => {
    const clock = () => {
      throw new TypeError('no clock')
    }
    const line = 'commission handbook orders.csv --target 1'
    const { code, out, err } = await sh.run(line, {
      isTerminal: true,
      env: { NO_COLOR: '1' },
      clock,
    })
    expect({ code, out }).toEqual({ code: EXIT.internal, out: '' })
    expect(err).toBe('error: this is a fault of sales-rules: TypeError: no clock\n')
  })

  it('says why standard input cannot be read on', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('payee,amount\n')
      throw Object.assign(new Error('read failed'), { code: 'EIO' })
    }
    const { code, err } = await sh.run('commission handbook -', { stdin: broken() as never })
    expect(code).toBe(EXIT.noInput)
    expect(err).toContain('error: standard input: read failed.')
  })

  it('says how far it is on a terminal, once it takes more than a second', async () => {
    let now = 0
    const clock = () => {
      now += 400
      return now
    }
    const rows = Array.from({ length: 40_000 }, (_, at) => `O-${at},Ann,1\n`)
    sh.write('many.csv', `id,payee,amount\n${rows.join('')}`)
    const line = 'commission handbook many.csv --target 1'
    const shown = await sh.run(line, { isTerminal: true, clock })
    expect(shown.err).toContain('\r24,576 lines…')
    expect(shown.err).toContain('\r\u001b[K')
    expect((await sh.run(line, { clock })).err).not.toContain('\r')
  })
})
