/**
 * Pays lines on a scheduler and two workers, and compares every byte with a single process: undisturbed, with a worker killed in mid-run, and
 * grouped by a hash that differs between workers, which `reconcile` has to find.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Ended, output, type Started, start, until } from '../processes.js'
import { say } from '../say.js'
import { makeWork, requireSame, sorted, TARGET, type Work } from '../work.js'
import { type Cluster, PYTHON, requireDask, startCluster } from './cluster.js'

export const JOB = fileURLToPath(new URL('job.py', import.meta.url))

export async function run(folder: string): Promise<void> {
  const version = requireDask()
  const size = { lines: 200_000, parts: 6, payees: 800, hasFirstOrders: true }
  const work = makeWork(folder, size)
  const cluster = await startCluster()
  say(`Dask ${version}, 2 workers, ${size.lines} lines in ${size.parts} parts`)

  const plain = inFolder(folder, 'plain')
  await finished(startJob(JOB, cluster, work, plain))
  requirePaid(plain, work, 'two workers')
  say('  two workers: the bytes of a single process, and reconciled')

  const wrong = inFolder(folder, 'wrong')
  const job = join(folder, 'wrong.py')
  const right = readFileSync(JOB, 'utf8')
  if (!right.includes('groupby(bucket,')) throw new Error('The job groups by something else.')
  writeFileSync(job, right.replace('groupby(bucket,', 'groupby(payee,'))
  await finished(startJob(job, cluster, work, wrong))
  await requireFound(wrong, work)

  const killed = inFolder(folder, 'killed')
  const running = startJob(JOB, cluster, work, killed)
  await killOne(running, cluster, killed, work)
  await finished(running)
  requirePaid(killed, work, 'with a worker killed')
  say('  a worker killed in mid-run: the bytes of a single process, and reconciled')
}

export function startJob(job: string, { address }: Cluster, work: Work, out: string): Started {
  return start(PYTHON, [job, address, work.plan, TARGET, out, ...work.parts])
}

async function finished({ ended }: Started): Promise<void> {
  const { code, err } = await ended
  if (code !== 0) throw new Error(`The job has ended with ${code}: ${err}`)
}

function inFolder(folder: string, name: string): string {
  const out = join(folder, name)
  mkdirSync(out)
  return out
}

const statesIn = (out: string) =>
  readdirSync(out).filter((name) => /^states-.*\.ndjson$/.test(name))

function requirePaid(out: string, work: Work, what: string): void {
  const results = join(out, 'results.ndjson')
  requireSame(sorted(readFileSync(results, 'utf8')), work, what)
  output('sales-rules', reconciling(out))
}

function reconciling(out: string): string[] {
  const states = statesIn(out).flatMap((name) => ['--states', join(out, name)])
  return ['reconcile', join(out, 'results.ndjson'), ...states, '--format', 'ndjson']
}

/** By Python's hash of a text, which is another one in each process, payees come out twice. */
async function requireFound(out: string, work: Work): Promise<void> {
  const { code, out: found }: Ended = await start('sales-rules', reconciling(out)).ended
  const rows = found.trimEnd().split('\n')
  const twice = rows.filter((row) => row.includes('"difference":"twice"'))
  const results = readFileSync(join(out, 'results.ndjson'), 'utf8').trimEnd().split('\n')
  if (code !== 1 || twice.length === 0)
    throw new Error(`grouped by hash(): reconcile has ended with ${code} and found ${rows[0]}`)
  const sum = (lines: readonly string[]) =>
    lines.reduce((total, line) => total + Number(JSON.parse(line).commission), 0).toFixed(2)
  const paid = work.paid.trimEnd().split('\n')
  say(
    `  grouped by hash(): ${results.length} results instead of ${paid.length} and ${sum(results)} instead of ${sum(paid)} without an error; reconcile found ${twice.length} twice`,
  )
}

/** Kills the second worker once it has work behind it and there is more to do. */
async function killOne(job: Started, { workers }: Cluster, out: string, { parts }: Work) {
  await until(() => statesIn(out).length >= 2 || !job.isRunning(), 'The first states')
  const victim = workers[1] as Started
  process.kill(victim.pid, 'SIGKILL')
  const done = statesIn(out).length
  if (done >= parts.length || !job.isRunning())
    throw new Error('The job was over before a worker could be killed: give it more lines.')
  const { code } = await victim.ended
  if (code !== 'SIGKILL') throw new Error(`The worker has ended with ${code}.`)
  say(`  (killed when ${done} of ${parts.length} parts were counted)`)
}
