/** Runs a program in a process of its own and reads the number that it prints last. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const cwd = fileURLToPath(new URL('.', import.meta.url))

export function numberFrom(program: string, flags: readonly string[] = []): number {
  const args = [...flags, '--input-type=module', '--eval', program]
  return Number(execFileSync(process.execPath, args, { cwd, encoding: 'utf8' }).trim())
}
