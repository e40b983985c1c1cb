/**
 * The command `sales-rules`: the rules from a shell. It is the only floor that reads files, streams and the clock, and no entry of the
 * library loads it.
 */
export { SALES_RULES } from './commands.js'
export { EXIT, type ExitCode } from './exit.js'
export type { Io } from './io.js'
export { run } from './run.js'
