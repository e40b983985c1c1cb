import { spawn } from 'node:child_process'
import { resolve } from 'node:path'

/** Runs an example in a process of its own, as a reader would, wherever on earth it is. */
export async function runExample(
  name: string,
  timeZone: string,
  [file = 'run.ts', ...given]: readonly string[] = [],
) {
  const script = resolve('examples', name, file)
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...given], {
    env: { ...process.env, TZ: timeZone },
  })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk
  })
  const code = await new Promise((done) => child.on('close', done))
  return { code, stdout, stderr }
}
