import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ts from 'typescript'
import { afterAll, describe, expect, it } from 'vitest'

/**
 * Every `ts` block of the README, the docs and the doc comments is compiled under the strict settings of this repository and run;
 * every result it shows (`expression // => value`, or `// => value` on the line below) is asserted.
 */
const under = (folder: string, ending: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name))

const sources = ['README.md', ...under('docs', '.md'), ...under('src', '.ts')]

const blocks = sources.flatMap((file) => {
  const text = readFileSync(file, 'utf8').replace(/^ *\* ?/gm, (margin) =>
    file.endsWith('.ts') ? '' : margin,
  )
  return [...text.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = ''], index) => ({
    name: `${file}, block ${index + 1}`,
    code,
    asserted: withAssertions(code),
  }))
})

function withAssertions(code: string): string {
  return code
    .replace(/^( *)(?!\/\/)(\S.*?)\n *\/\/ => (.+)$/gm, '$1expect($2).toEqual($3)')
    .replace(/^( *)(?!\/\/)(\S.*?) \/\/ => (.+)$/gm, '$1expect($2).toEqual($3)')
}

/** What is written in a folder; what is installed there links back to this repository. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesIn(path)
    return [path]
  })

/** Blocks in other languages are whole files, which `npm run scale` runs; what it cannot run says so on its page. */
const shown = new Map(filesIn('test/scale').map((file) => [readFileSync(file, 'utf8'), file]))

const folder = mkdtempSync(resolve('node_modules', '.docs-'))
afterAll(() => rmSync(folder, { recursive: true }))

const files = blocks.map(({ asserted }, index) => {
  const file = join(folder, `${index}.ts`)
  writeFileSync(file, `import { expect } from 'vitest'\n${asserted}\nexport {}\n`)
  return file
})

describe('the code in the docs', () => {
  it('compiles', () => {
    const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile)
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, resolve('.'))
    const program = ts.createProgram(files, { ...options, noUnusedLocals: false })
    // The sources beside them are compiled by `npm run typecheck`.
    const ofBlocks = files.flatMap((file) =>
      ts.getPreEmitDiagnostics(program, program.getSourceFile(file)),
    )
    const problems = ofBlocks.map(({ file, messageText }) => {
      const index = files.indexOf(file?.fileName ?? '')
      return `${blocks[index]?.name}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
    })
    expect(problems).toEqual([])
  })

  it.each(blocks.map(({ name }, index) => ({ name, index })))('$name', async ({ index }) => {
    await expect(import(files[index] ?? '')).resolves.toBeDefined()
  })

  // There are no semicolons, so such a line would go on with the one before it, as an index, a call, a text or a division.
  it('works as it is pasted: no line begins with what goes on with the line before', () => {
    const goesOn = blocks.flatMap(({ name, code }) =>
      (code.match(/^(?:[[(`]|\/(?![/*])).*$/gm) ?? []).map((line) => `${name}: ${line}`),
    )
    expect(goesOn).toEqual([])
  })

  const otherBlocks = sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^```(\w+)\n(.*?)^```/gms)].map(
      ([, language = '', text = '']) => ({ file, language, text }),
    ),
  )

  it('is, in other languages, a file that is run, or that its page says was not run', () => {
    const files = otherBlocks.flatMap(({ file, text }) => {
      const source = shown.get(text)
      return source === undefined ? [] : [{ file, source }]
    })
    expect(files.length).toBeGreaterThan(10)
    const notRun = files.filter(({ source }) => source.startsWith(join('test', 'scale', 'spark')))
    expect(notRun.length).toBeGreaterThan(0)
    for (const { file } of notRun)
      expect(readFileSync(file, 'utf8')).toMatch(/^# .*\n\nDocumented, not run here: /)
  })

  it('is TypeScript, a command of this package, or such a file', () => {
    const others = otherBlocks.filter(({ text }) => !shown.has(text))
    expect([...new Set(others.map(({ language }) => language))].sort()).toEqual(['sh', 'ts'])
    const { name, scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
    const commands = sources
      .flatMap((file) =>
        [...readFileSync(file, 'utf8').matchAll(/^```sh\n(.*?)^```/gms)].map(
          ([, text = '']) => text,
        ),
      )
      // The tests of the command run these, and compare what they show.
      .filter((text) => !text.includes(`npx ${name} `) && !shown.has(text))
    expect(commands.length).toBeGreaterThan(2)
    // What they run is run by the tests of the examples, by this very run and by the test of the package.
    for (const command of commands) {
      const [, script] = /^npm ci && npm (?:run )?([\w-]+)\n$/.exec(command) ?? []
      if (script === undefined) expect(command).toBe(`npm install ${name}\n`)
      else expect(Object.keys(scripts)).toContain(script)
    }
    const named = sources.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/`npm run ([\w-]+)/g)].map(
        ([, script = '']) => script,
      ),
    )
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named))
  })

  it('shows results, and every one of them is asserted', () => {
    const shown = blocks.flatMap(({ code }) => code.match(/\/\/ =>/g) ?? []).length
    const asserted = blocks.flatMap(({ asserted }) => asserted.match(/expect\(.*toEqual\(/g) ?? [])
    expect(shown).toBeGreaterThan(50)
    expect(asserted.length).toBe(shown)
  })
})

describe('the table of codes', () => {
  const issue = readFileSync('src/kernel/input/issue.ts', 'utf8')
  const [params = ''] = /interface IssueParams \{.*?^\}/ms.exec(issue) ?? []
  const codes = [...params.matchAll(/^ {2}([A-Z_0-9]+):/gm)].map(([, code = '']) => code)
  const [table = ''] = /^\| code \| means \|.*/ms.exec(readFileSync('docs/kernel.md', 'utf8')) ?? []

  it('names every code once, and no other', () => {
    expect(codes.length).toBeGreaterThan(30)
    const named = [...table.matchAll(/`([A-Z]+(?:_[A-Z0-9]+)+)`/g)].map(([, code = '']) => code)
    expect(named.sort()).toEqual(codes.sort())
  })
})
