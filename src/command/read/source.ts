import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { meant } from '../args.js'
import { EXIT, Failure, usage } from '../exit.js'
import type { Io } from '../io.js'

/** What a file is called in messages; `-` is standard input. */
export function nameOf(file: string): string {
  return file === '-' ? 'standard input' : file
}

/** The bytes of a file, or of standard input, as they come. */
export async function openBytes(file: string, io: Io): Promise<AsyncIterable<Uint8Array>> {
  if (file === '-') return openStandardInput(io)
  const path = resolve(io.folder, file)
  const found = await stat(path).catch((error: unknown) => notRead(error, file, path))
  if (found.isDirectory()) throw await notRead({ code: 'EISDIR' }, file, path)
  return readBytes(path, file)
}

/** Nobody is asked to type: what a terminal has to say would never end. */
function openStandardInput({ stdin }: Io): AsyncIterable<Uint8Array> {
  if (stdin.isTTY === true)
    throw usage('- reads what is piped in, and nothing is.', 'Name a file in its place.')
  return bytesOf(stdin)
}

async function* bytesOf(stream: Io['stdin']): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of stream) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk
  } catch (error) {
    await notRead(error, nameOf('-'), '')
  }
}

async function* readBytes(path: string, file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: 1 << 18 })
  } catch (error) {
    await notRead(error, file, path)
  }
}

/** Ends the run: why a file cannot be read, and what to do. */
async function notRead(error: unknown, file: string, path: string): Promise<never> {
  const { code = '', message = '' } = error as NodeJS.ErrnoException
  const fix = code === 'ENOENT' ? await nearest(file, path) : (FIXES[code] ?? '')
  throw new Failure(EXIT.noInput, `${file}: ${REASONS[code] ?? message}.`, fix)
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'it may not be read',
  EISDIR: 'is a directory',
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
}

const FIXES: Readonly<Record<string, string>> = {
  EACCES: 'Ask whoever owns it, or run this as somebody who may.',
  EISDIR: 'Name a file in it.',
}

/** The file of the same folder whose name is nearly the same. */
async function nearest(file: string, path: string): Promise<string> {
  const names = await readdir(dirname(path)).catch(() => [])
  const suggestion = meant(basename(path), names).trim()
  return suggestion === '' ? `Look where it is; "${dirname(file)}" does not have it.` : suggestion
}
