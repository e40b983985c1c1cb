import { mkdirSync, writeFileSync } from 'node:fs'
import type { Close } from '../close/quarter.js'
import type { Company } from '../read/company.js'
import { payFiles } from './pay.js'
import { workFiles } from './work.js'

/** The files of the close, by name. */
export function filesOf(company: Company, close: Close): Record<string, string> {
  return { ...payFiles(close), ...workFiles(company, close) }
}

export function writeFiles(folder: URL, files: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(new URL(name, folder), text)
}
