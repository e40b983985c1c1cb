/** How the command ends. What is not 0, 1 or 2 is a code of `sysexits.h`, or 128 and the number of a signal. */
export const EXIT = {
  /** Done. */
  done: 0,
  /** The rules said no: a row, a payee or a policy is refused, or an outcome is not what its input comes to. */
  refused: 1,
  /** The command was called in a way that it does not know. */
  usage: 2,
  /** A file is not what it should be: no JSON, no text, another encoding. */
  data: 65,
  /** A file is not there, or may not be read. */
  noInput: 66,
  /** A fault of this program. */
  internal: 70,
  /** What comes out could not be written: a full disk, a folder that is not there. */
  notWritten: 74,
  /** Ctrl-C. */
  interrupted: 130,
  /** Whoever was reading has closed the pipe. */
  closedPipe: 141,
  /** Ended from outside. */
  terminated: 143,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** Why a run ends: what to say, what to do about it, and the exit code. An empty message says nothing. */
export class Failure extends Error {
  readonly exit: ExitCode
  readonly fix: string

  constructor(exit: ExitCode, message: string, fix = '') {
    super(message)
    this.name = 'Failure'
    this.exit = exit
    this.fix = fix
  }
}

/** Ends a run that was called wrongly. */
export function usage(message: string, fix = ''): Failure {
  return new Failure(EXIT.usage, message, fix)
}
