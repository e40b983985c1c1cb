/**
 * The long run: `npm run fuzz -- --minutes 10 [--seed 7]`. It draws in another process, whose memory is bounded and which is ended where one
 * call takes too long; what is found is written into the corpus, to be mended and kept.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { draw, faultOf } from './fuzz.js'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    from: { type: 'string' },
    at: { type: 'string' },
  },
})
const seed = Number(values.seed)
const end = Date.now() + Number(values.minutes) * 60_000
const say = (text: string) => process.stdout.write(`${text}\n`)

/** Nothing takes so long, even where everybody else is at work too. */
const MOST_SECONDS = 60

function keep(index: number, fault: string): void {
  const drawn = draw(seed, index)
  const file = `${drawn.call.replace(/[^\w]+/g, '-')}-${seed}-${index}.json`
  writeFileSync(
    new URL(`corpus/${file}`, import.meta.url),
    `${JSON.stringify({ fault, ...drawn }, null, 2)}\n`,
  )
  say(`${file}: ${fault}`)
}

/** In the other process: draws on, and writes before each draw which it is. */
function drawOn(at: string): void {
  for (let index = Number(values.from); Date.now() < end; index += 1) {
    writeFileSync(at, String(index))
    const fault = faultOf(draw(seed, index))
    if (fault !== null) keep(index, fault)
  }
}

const indexIn = (at: string) => Number(readFileSync(at, 'utf8'))

/** Starts the other process; says at which draw it ended, and how. */
function run(
  from: number,
  at: string,
): Promise<{ readonly index: number; readonly fault: string | null }> {
  writeFileSync(at, String(from))
  const command = [...process.execArgv, '--max-old-space-size=1500', fileURLToPath(import.meta.url)]
  const given = ['--seed', String(seed), '--from', String(from), '--at', at]
  const minutes = String(Math.max(0, end - Date.now()) / 60_000)
  const child = spawn(process.execPath, [...command, ...given, '--minutes', minutes], {
    stdio: 'inherit',
  })
  let last = from
  let since = Date.now()
  const watch = setInterval(() => {
    const now = indexIn(at)
    if (now !== last) [last, since] = [now, Date.now()]
    else if (Date.now() - since > MOST_SECONDS * 1000) child.kill('SIGKILL')
  }, 1000)
  return new Promise((done) => {
    child.on('exit', (code, signal) => {
      clearInterval(watch)
      const how =
        signal === 'SIGKILL'
          ? `took more than ${MOST_SECONDS} seconds`
          : `ended the process (${signal ?? code})`
      done({ index: indexIn(at), fault: code === 0 ? null : how })
    })
  })
}

async function watchOver(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'))
  let next = 0
  while (Date.now() < end) {
    const { index, fault } = await run(next, join(folder, 'at'))
    if (fault !== null) keep(index, fault)
    next = index + 1
  }
  rmSync(folder, { recursive: true })
  say(`${next} draws of seed ${seed}`)
}

if (values.at === undefined) await watchOver()
else drawOn(values.at)
