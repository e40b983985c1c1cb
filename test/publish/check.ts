/** Stops `npm publish` and says what is to be done first: npm runs it as `prepublishOnly`, before anything is built. */
import { readFileSync } from 'node:fs'
import { VERSION } from '../../src/kernel/policy/version.js'
import { obstacles } from './obstacles.js'

const found = obstacles({
  manifest: JSON.parse(readFileSync('package.json', 'utf8')),
  changelog: readFileSync('CHANGELOG.md', 'utf8'),
  version: VERSION,
})
if (found.length > 0) {
  const list = found.map((one) => `- ${one}\n`).join('')
  process.stderr.write(`Not published yet. .github/RELEASING.md says how; first\n${list}`)
  process.exitCode = 1
}
