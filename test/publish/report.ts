import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve, sep } from 'node:path'
import { Extractor, ExtractorConfig, type ExtractorLogLevel } from '@microsoft/api-extractor'

/**
 * All that the package promises, as it was built last: what each entry hands out, and each declaration once, with the parts that it is made
 * of. It is kept in the repository, so that whoever changes the contract shows it: `npm run api` writes it anew.
 */
export const REPORT = resolve('test/publish/sales-rules.api.md')

/** The entries of the package by the name that they are imported by; the root has none. */
function entries(): string[] {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: object }
  return Object.keys(exports)
    .filter((path) => path !== '.' && !path.endsWith('.json'))
    .map((path) => path.slice('./'.length))
}

/** One door to all entries, so that what several of them hand out is described once. */
function allEntries(folder: string): string {
  const from = relative(folder, resolve('dist')).split(sep).join('/')
  const lines = entries().map((name) => `export * as ${name}Entry from '${from}/${name}.js'\n`)
  const door = join(folder, 'all.d.ts')
  writeFileSync(door, [`export * from '${from}/index.js'\n`, ...lines].join(''))
  return door
}

/** The sentences of `explain`, from which its types are made: they are no promise, and change with each new one. */
const SENTENCES = /\/\/ @public[^\n]*\nconst english: \{\n.*?\n\};\n\n/s

/** The report of what was built last. */
export function makeReport(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sales-rules-api-'))
  try {
    extract(allEntries(folder), folder)
    return readFileSync(join(folder, 'report.api.md'), 'utf8').replace(SENTENCES, '')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

// Its log levels are an ambient enum, which a module on its own cannot read.
const SILENT = { default: { logLevel: 'none' as ExtractorLogLevel } }

function extract(door: string, folder: string): void {
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: resolve('.'),
      mainEntryPointFilePath: door,
      newlineKind: 'lf',
      compiler: { overrideTsconfig: { compilerOptions: COMPILER, files: [door] } },
      apiReport: {
        enabled: true,
        reportFolder: folder,
        reportTempFolder: join(folder, 'new'),
        reportFileName: 'report',
        includeForgottenExports: true,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: { extractorMessageReporting: SILENT, tsdocMessageReporting: SILENT },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: resolve('package.json'),
  })
  Extractor.invoke(config, {
    localBuild: true,
    messageCallback: (message) => {
      message.handled = message.category === 'console'
    },
  })
}

const COMPILER = {
  target: 'ES2022',
  lib: ['ES2022'],
  module: 'NodeNext',
  moduleResolution: 'NodeNext',
  strict: true,
  types: [],
}
