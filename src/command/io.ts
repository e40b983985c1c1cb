import type { Writable } from 'node:stream'
import { EXIT, Failure } from './exit.js'

/** The world outside, as the command sees it: given by `main`, or by a test. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array | string> & { readonly isTTY?: boolean }
  readonly stdout: Writable & { readonly isTTY?: boolean }
  readonly stderr: Writable & { readonly isTTY?: boolean }
  readonly env: Readonly<Record<string, string | undefined>>
  /** What paths start from. */
  readonly folder: string
  /** Milliseconds, of any beginning: for progress alone. */
  readonly clock: () => number
  /** Files that are being written beside those that they will be. Whoever stops the run removes them. */
  readonly unfinished: Set<string>
}

/** Talk: what is no data goes to standard error, and a closed one stops nothing. */
export function say(io: Io, text: string): void {
  io.stderr.write(`${harmless(text)}\n`)
}

/** What comes from a file may be shown, and steers no terminal. */
export function harmless(text: string): string {
  return text.replace(/[^\P{Cc}\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, ' ')
}

/** A word in colour, where a person looks at it and wants that. */
export function painted(io: Io, text: string): string {
  const plain = !io.stderr.isTTY || (io.env['NO_COLOR'] ?? '') !== '' || io.env['TERM'] === 'dumb'
  return plain ? text : `\u001b[31m${text}\u001b[39m`
}

/** Data: to standard output, as fast as it is taken. */
export async function put(stream: Writable, data: string): Promise<void> {
  if (data === '') return
  await new Promise<void>((resolve, reject) => {
    stream.write(data, (error) => {
      if (error) reject(error)
      else resolve()
    })
  })
}

/** What went wrong while data was written, as the end of the run. */
export function notWritten(error: unknown, name: string): Failure {
  const { code = '', message = '' } = error as NodeJS.ErrnoException
  if (code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED') return new Failure(EXIT.closedPipe, '')
  const [why, fix] = WRITING[code] ?? [message, '']
  return new Failure(EXIT.notWritten, `${name}: ${why}`, fix)
}

const WRITING: Readonly<Record<string, readonly [why: string, fix: string]>> = {
  EACCES: ['you may not write there', 'Name another place with --output.'],
  EDQUOT: ['your share of the disk is full', 'Make room, then run it again; nothing was kept.'],
  EISDIR: ['is a directory', 'Name a file in it.'],
  ENOENT: ['there is no such folder', 'Make it first, or name another place.'],
  ENOSPC: ['the disk is full', 'Make room, then run it again; nothing was kept.'],
  ENOTDIR: ['there is no such folder', 'Make it first, or name another place.'],
  EPERM: ['you may not write there', 'Name another place with --output.'],
  EROFS: ['the disk is read-only', 'Name another place with --output.'],
}
