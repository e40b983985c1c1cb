/** A scheduler and two workers, processes of their own that speak by TCP on this machine. */
import { execFileSync } from 'node:child_process'
import { type AddressInfo, connect, createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { type Started, start, until } from '../processes.js'
import { say } from '../say.js'

export const PYTHON = '/usr/bin/python3'

export interface Cluster {
  readonly address: string
  readonly workers: readonly Started[]
}

/** Installs Dask of Debian where it is missing; fails where it cannot be had. */
export function requireDask(): string {
  const version = () =>
    execFileSync(PYTHON, ['-c', 'import distributed; print(distributed.__version__)'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  try {
    return version()
  } catch {
    say('Dask is not here; installing python3-distributed …')
  }
  const root = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const apt = (...args: readonly string[]) => {
    const [command = '', ...rest] = [...root, 'apt-get', ...args]
    execFileSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'] })
  }
  try {
    apt('update', '-q')
    apt('install', '-qy', '--no-install-recommends', 'python3-distributed')
    return version()
  } catch (error) {
    throw new Error(`Dask cannot be had, so nothing was run: ${(error as Error).message}`)
  }
}

export async function startCluster(): Promise<Cluster> {
  const port = await freePort()
  const address = `tcp://127.0.0.1:${port}`
  const file = (name: string) => fileURLToPath(new URL(name, import.meta.url))
  const env = { ...process.env, HOST: '127.0.0.1', PORT: String(port) }
  const scheduler = start('sh', [file('scheduler.sh')], env)
  await listening(port, scheduler)
  const workers = [1, 2].map(() => start('sh', [file('worker.sh'), address], env))
  const wait = `from distributed import Client; Client(${JSON.stringify(address)}).wait_for_workers(2, timeout=60)`
  execFileSync(PYTHON, ['-c', wait], { stdio: 'pipe' })
  return { address, workers }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function listening(port: number, scheduler: Started): Promise<void> {
  let isThere = false
  const look = () => {
    const socket = connect(port, '127.0.0.1')
    socket.on('connect', () => {
      isThere = true
      socket.destroy()
    })
    socket.on('error', () => setTimeout(look, 50))
  }
  look()
  await until(() => isThere || !scheduler.isRunning(), 'The scheduler listens')
  if (!isThere) throw new Error(`The scheduler has ended: ${(await scheduler.ended).err}`)
}
