import type { ExitCode } from './exit.js'
import type { Io } from './io.js'

/** What is started: its commands, in the order in which the help lists them, and what the help begins with. */
export interface Program {
  readonly about: string
  readonly examples: readonly Example[]
  readonly commands: Commands
}

export type Commands = Readonly<Record<string, Listed>>

interface Listed {
  readonly summary: string
  /** The code of a command is loaded when it is called, so that every other one starts fast. */
  readonly load: () => Promise<{ readonly command: Command }>
}

/** What stands after a command, and what it does with it. */
export interface Command {
  /** As the usage shows them: `plan.json`, `[input.json]`, `file…`. */
  readonly arguments: readonly string[]
  readonly examples: readonly Example[]
  readonly options: Options
  /** Paragraphs below the options. */
  readonly notes?: readonly string[]
  readonly run: (given: Given, io: Io) => Promise<ExitCode>
}

/** A command line that works, and what it does. */
export interface Example {
  readonly line: string
  readonly does: string
}

export type Options = Readonly<Record<string, Option>>

export interface Option {
  readonly help: string
  /** What its value is called; an option without one is a switch. */
  readonly value?: string
  readonly short?: string
  /** May be given again and again. */
  readonly many?: true
  /** The words that its value may be. */
  readonly of?: readonly string[]
}

/** What was given on the command line, checked against the command. */
export interface Given {
  readonly arguments: readonly string[]
  /** The value of an option, the last one where it came twice. */
  readonly text: (name: string) => string | undefined
  readonly texts: (name: string) => readonly string[]
  readonly has: (name: string) => boolean
}
