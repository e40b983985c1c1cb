/** The golden cases in a worker of workerd, which answers one request with them. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

const SOCKET = '127.0.0.1:18787'
const CONFIG = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (
    modules = [
      (name = "worker.mjs", esModule = embed "worker.mjs"),
      (name = "whole.mjs", esModule = embed "whole.mjs"),
    ],
    compatibilityDate = "2026-01-01",
  ))],
  sockets = [(name = "http", address = "${SOCKET}", http = (), service = "main")],
);
`
const WORKER = `import { golden } from './whole.mjs'
export default { fetch: () => new Response(golden()) }
`

export async function inWorkerd(command: string, project: string): Promise<string> {
  writeFileSync(join(project, 'workerd.capnp'), CONFIG)
  writeFileSync(join(project, 'worker.mjs'), WORKER)
  const server = spawn(command, ['serve', 'workerd.capnp'], { cwd: project, stdio: 'ignore' })
  const ended = once(server, 'exit')
  try {
    for (let tries = 0; tries < 100 && server.exitCode === null; tries += 1) {
      const response = await fetch(`http://${SOCKET}/`).catch(() => undefined)
      if (response !== undefined) return await response.text()
      await setTimeout(200)
    }
    throw new Error('workerd does not answer')
  } finally {
    server.kill()
    await ended
  }
}
