/** The golden cases in a worker of workerd, which answers one request with them. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

const SOCKET = '127.0.0.1:18787'
const config = (modules: readonly string[]) => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (
    modules = [
${modules.map((name) => `      (name = "${name}", esModule = embed "${name}"),\n`).join('')}    ],
    compatibilityDate = "2026-01-01",
  ))],
  sockets = [(name = "http", address = "${SOCKET}", http = (), service = "main")],
);
`
/** What a worker may be made of; it resolves nothing else. */
const MODULES = ['worker.mjs', 'whole.mjs', 'sales-rules.mjs']
const WORKER = `import { golden } from './whole.mjs'
export default { fetch: () => new Response(golden()) }
`

export async function inWorkerd(command: string, project: string): Promise<string> {
  writeFileSync(join(project, 'worker.mjs'), WORKER)
  const modules = MODULES.filter((name) => existsSync(join(project, name)))
  writeFileSync(join(project, 'workerd.capnp'), config(modules))
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
