import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, openSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { EXIT } from '../../src/command/index.js'
import { ORDERS, shell } from './shell.js'

/** The command as it is published, in a process of its own. It tests what was built last, so it runs after `npm run build`. */
const COMMAND = resolve('dist/command.js')

const sh = shell({ 'orders.csv': ORDERS })
afterAll(sh.remove)

function start(args: string): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [COMMAND, ...args.split(' ')], { cwd: sh.folder })
}

async function ended(child: ChildProcessWithoutNullStreams) {
  const [out, err] = [[], []] as [Buffer[], Buffer[]]
  child.stdout.on('data', (data: Buffer) => out.push(data))
  child.stderr.on('data', (data: Buffer) => err.push(data))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }
}

describe('the process', () => {
  it('pays what is piped in, and ends', async () => {
    const child = start('commission handbook - --target 650000')
    child.stdin.end(ORDERS)
    const { code, out, err } = await ended(child)
    expect(code).toBe(0)
    expect(out).toContain('Ann,1500000.50,50000.02,CNY')
    expect(err).toBe('3 lines, 2 payees, CNY 71000.02.\n')
  })

  it('ends in silence where whoever reads has gone', async () => {
    const child = start('handbook policy')
    child.stdout.destroy()
    expect(await ended(child)).toEqual({ code: EXIT.closedPipe, out: '', err: '' })
  })

  it.runIf(process.platform === 'linux')('says that standard output is a full disk', async () => {
    const child = spawn(process.execPath, [COMMAND, 'handbook', 'commission'], {
      stdio: ['pipe', openSync('/dev/full', 'w'), 'pipe'],
    })
    const said: Buffer[] = []
    child.stderr?.on('data', (data: Buffer) => said.push(data))
    const [code] = (await once(child, 'close')) as [number | null]
    expect(code).toBe(EXIT.notWritten)
    expect(Buffer.concat(said).toString()).toContain('standard output: the disk is full')
  })

  it.each([
    ['SIGTERM', EXIT.terminated],
    ['SIGINT', EXIT.interrupted],
  ] as const)('leaves no half of a file by %s in mid-run', async (signal, code) => {
    const child = start('commission handbook - --target 1 --rejected no.csv --output pay.csv')
    const end = ended(child)
    child.stdin.write(ORDERS)
    const begun = join(sh.folder, `.no.csv.${child.pid}.unfinished`)
    while (!existsSync(begun) && child.exitCode === null) await wait(20)
    expect(existsSync(begun)).toBe(true)
    child.kill(signal)
    expect((await end).code).toBe(code)
    expect(readdirSync(sh.folder)).toEqual(['orders.csv'])
  })
})
