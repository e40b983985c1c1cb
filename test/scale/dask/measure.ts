/**
 * Two workers of Dask against one process over the same sixty million lines: by the clock, as long as the job of a user takes and with the start of all
 * that it starts, and in CPU time of everything that computes.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { type Started, start } from '../processes.js'
import { say } from '../say.js'
import { makeWork, requireSame, sorted, TARGET, type Work } from '../work.js'
import { requireDask, startCluster } from './cluster.js'
import { JOB, startJob } from './run.js'

const SIZE = { lines: 60_000_000, parts: 4, payees: 2000, hasFirstOrders: false }
const ROUNDS = 3

interface Times {
  readonly wall: number
  readonly cpu: number
}

export async function run(folder: string): Promise<void> {
  requireDask()
  const work = makeWork(folder, SIZE)
  const cluster = await startCluster()
  const ratios: Times[] = []
  for (let round = 1; round <= ROUNDS; round += 1) {
    const load = loadavg()[0]?.toFixed(1)
    const alone = await timed([], () => onePass(folder, work))
    const out = join(folder, `round-${round}`)
    mkdirSync(out)
    const two = await timed(cluster.workers, () => startJob(JOB, cluster, work, out))
    requireSame(sorted(readFileSync(join(out, 'results.ndjson'), 'utf8')), work, 'two workers')
    rmSync(out, { recursive: true })
    ratios.push({ wall: two.wall / alone.wall, cpu: two.cpu / alone.cpu })
    const seconds = ({ wall, cpu }: Times) => `${wall.toFixed(1)} s, CPU ${cpu.toFixed(1)} s`
    say(`  load ${load}: one process ${seconds(alone)}; two workers ${seconds(two)}`)
  }
  const middle = (of: keyof Times) =>
    ratios
      .map((ratio) => ratio[of])
      .sort((a, b) => a - b)
      [Math.floor(ROUNDS / 2)]?.toFixed(2)
  say(
    `  ${SIZE.lines} lines in ${SIZE.parts} parts, two workers against one process: ${middle('wall')}× by the clock, ${middle('cpu')}× in CPU time`,
  )
}

function onePass(folder: string, { plan, lines }: Work): Started {
  const states = join(folder, 'pass.states.ndjson')
  const command = `sales-rules partial ${plan} ${lines} -o ${states} -q && sales-rules finish ${plan} ${states} --target ${TARGET} -o ${join(folder, 'pass.paid.ndjson')} -q`
  return start('sh', ['-c', command])
}

/** What a program takes, with all that it has started and waited for, and what it has others do. */
async function timed(others: readonly Started[], run: () => Started): Promise<Times> {
  const before = cpuOf([process.pid, ...others.map(({ pid }) => pid)])
  const from = performance.now()
  const { code, err } = await run().ended
  if (code !== 0) throw new Error(`It has ended with ${code}: ${err}`)
  const wall = (performance.now() - from) / 1000
  return { wall, cpu: cpuOf([process.pid, ...others.map(({ pid }) => pid)]) - before }
}

/** CPU seconds of processes and of their children that have ended, as Linux counts them: in hundredths. */
function cpuOf(pids: readonly number[]): number {
  const ticks = pids.map((pid) => {
    const [, fields = ''] = /\) (.*)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    return fields
      .split(' ')
      .slice(11, 15)
      .reduce((sum, field) => sum + Number(field), 0)
  })
  return ticks.reduce((sum, one) => sum + one, 0) / 100
}
