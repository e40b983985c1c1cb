import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

/**
 * The plan of the house: imports point downward, from the front door to the rooms to the kernel; a room knows no other room; outside
 * code comes in through a door; only schema files load zod; nothing reads a clock, a random number or a locale.
 */
const SRC = resolve('src')
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.split(sep).join('/'))
  .sort()

const ROOMS = [
  'appraisal',
  'careers',
  'commission',
  'grading',
  'health',
  'leads',
  'pipeline',
  'rewards',
  'service',
  'targets',
]
/** What has rules: the rooms, and the floor above them. */
const HAS_RULES = [...ROOMS, 'compensation']
/** Rooms that came after the others, and the most names that the root hands out of each. */
const LATER_ROOMS: Record<string, number> = {
  compensation: 36,
  pipeline: 36,
  rewards: 26,
  service: 28,
}
/** What other rooms hand out since the bound was set, each name of which a caller has to write. */
const LATER_NAMES: readonly string[] = [
  ...['appraiseYear', 'measureVisits', 'overrideAppraisal'],
  'creditPayments',
  ...['ApplicationInput', 'ApplicationStep', 'PromotionApplication'],
  ...['advanceApplication', 'openApplication', 'nextRungs', 'NextRungs'],
  ...['aggregateReviews', 'ReviewScores', 'ReviewSummary'],
  ...['checkMentor', 'MentorCheck', 'checkMentoring', 'Mentoring', 'MentoringReview'],
  ...['measureNewcomerRetention', 'NewcomerRetention', 'TeamOnDay'],
  ...['checkTraining', 'TrainingCheck'],
  ...['MentoringCandidates', 'MentorPairs', 'pairMentors'],
  ...['MeritBudget', 'MeritShares', 'shareMeritBudget'],
  ...['cascadeTarget', 'TargetNode', 'TargetCascade', 'checkCascade', 'TargetTree', 'CascadeCheck'],
  ...['splitTarget', 'SplitOptions', 'TargetSplit', 'CascadedNode'],
  ...['setTarget', 'TargetInput', 'TargetHistory', 'reviseTarget', 'TargetRevision'],
  ...['signOffTarget', 'TargetSignature', 'targetOn', 'TargetOnDate'],
  ...['checkTarget', 'TargetCheck', 'measureGoals', 'GoalResults', 'GoalsReached'],
  ...['gradeByRank', 'RankedGrade', 'RankedPerson', 'RankingRules'],
  ...['checkDistribution', 'DistributionCheck'],
  ...['gradeRuns', 'RunningGrades'],
  ...['suggestTraining', 'TrainingNeed', 'TrainingSuggestions'],
  ...['suggestMoves', 'MoveFacts', 'MoveSuggestions'],
  ...['analyseLeavers', 'AppraisedPerson', 'LeaverAnalysis'],
  ...['calibrateGrades', 'Calibration', 'CalibrationSession'],
  ...['rankLeads', 'LeadToRank', 'RankedLeads', 'routeLeads', 'LeadsToRoute', 'RoutedLeads'],
  ...['reviewSources', 'SourcesToReview', 'SourceReview'],
  ...['evaluateScores', 'ScoredOutcome', 'EvaluationOptions', 'ScoreEvaluation'],
  ...['rankSegments', 'SegmentToRank', 'RankedSegments'],
  ...['staleProfiles', 'ProfilesToCheck', 'StaleProfiles'],
  ...['ClawbackInput', 'MultiplierInput', 'LineFactorInput'],
  ...['CustomerRecord', 'RecordMeasure', 'healthTrend', 'HealthTrend', 'PeriodScore'],
  ...['checkFollowUps', 'FollowUpCheck', 'CarePolicy', 'DefinedCarePolicy'],
  ...['CarePolicyInput', 'defineCarePolicy', 'careDue', 'CareFacts', 'CareDue', 'CareItem'],
  ...['tierCustomers', 'CustomerValue', 'CustomerTiers', 'servicePackage', 'ServicePackage'],
  ...['retentionPlan', 'RetentionFacts', 'RetentionPlan'],
  ...['renewalsDue', 'PurchaseHistory', 'RenewalsDue'],
  ...['scoreRfm', 'RfmOrder', 'RfmOptions', 'RfmSegment', 'RfmScore'],
  ...['segmentCustomers', 'RfmSegments'],
  ...['protectCustomer', 'ProtectionFacts', 'CustomerProtection'],
  ...['applyEdits', 'Edit', 'withValue', 'definePolicy', 'policyOn', 'policiesOver'],
  ...[
    'SalesPolicy',
    'SalesPolicyInput',
    'DefinedSalesPolicy',
    'PolicyVersion',
    'PolicyVersionInput',
  ],
  ...['PolicyExample', 'PolicyOnDate', 'PolicyOverDays', 'PolicyOptions', 'SectionName'],
  ...['checkExamples', 'PackedPolicy', 'packPolicy', 'unpackPolicy'],
  ...['PolicySections', 'PolicySectionsInput', 'Amendment', 'amendPolicy', 'diffPolicies'],
  ...['lintPolicy', 'LintedPolicy', 'LintOptions', 'LintReport', 'Finding', 'FindingExample'],
]
const FLOORS: Record<string, readonly string[]> = {
  kernel: [],
  ...Object.fromEntries(ROOMS.map((room) => [room, ['kernel']])),
  compensation: ['kernel', ...ROOMS],
  handbook: ['compensation', 'kernel', 'policy', ...ROOMS],
  policy: ['compensation', 'kernel', ...ROOMS],
  batch: ['kernel', ...ROOMS],
  scenario: ['batch', 'compensation', 'kernel', 'policy', ...ROOMS],
  explain: ['batch', 'compensation', 'handbook', 'kernel', 'policy', 'scenario', ...ROOMS],
  sandbox: ['batch', 'kernel', ...ROOMS],
  testing: ['compensation', 'kernel', 'policy', ...ROOMS],
  '': ['compensation', 'handbook', 'kernel', 'policy', ...ROOMS],
  command: [
    ...['batch', 'compensation', 'explain', 'handbook', 'kernel', 'policy', 'scenario', 'testing'],
    ...ROOMS,
  ],
}
/** The floors inside the big room, lowest first. Its issues are below all of them. */
const COMMISSION = [
  'issues.ts',
  'plan',
  'lines',
  'earn',
  'statement',
  'credit',
  'settle',
  'index.ts',
  'internal.ts',
]
/** The floors inside the kernel, lowest first. */
const KERNEL = ['input', 'number', 'policy', 'time', 'check', 'scale', 'score']
/** What reads for those above it: the noun of reading, and the building blocks of schemas. */
const GATHERING = ['kernel/input/read.ts', 'kernel/input/schema.ts']
/** What makes the exact form of parts of a policy, beside the files that are named after one; and what knows a number when it sees one. */
const COMPILING = ['number/decimal', 'scale/scales', 'score/bands', 'score/scorecard'].map(
  (file) => `kernel/${file}.ts`,
)
/** The inner doors of the kernel, imported whole: each generic verb has its noun in front. */
const NOUNS = [
  'check/check',
  'input/attempt',
  'input/issue',
  'input/read',
  'issues',
  'number/allocate',
  'number/currency',
  'number/decimal',
  'number/fraction',
  'number/instalments',
  'number/logarithm',
  'number/matching',
  'number/proportion',
  'number/rank',
  'number/write',
  'policy/defined',
  'policy/digest',
  'policy/utf8',
  'scale/scales',
  'score/score',
  'time/time',
].map((noun) => `kernel/${noun}.ts`)

/** What is named for its types, and handed in by whoever has it. */
const TYPES_ALONE = 'fast-check'

/** What is bundled: neither has to be found when a program starts. */
const isBuiltIn = (name: string) =>
  ['date-fns/', '@date-fns/', '@noble/'].some((built) => name.startsWith(built))
const isSchema = (file: string) => file.endsWith('/schema.ts') || file.includes('/schema/')
const folderOf = (file: string) => (file.includes('/') ? (file.split('/')[0] ?? '') : '')
/** All that computes: everything but what talks to a shell. */
const library = files.filter((file) => folderOf(file) !== 'command')
const text = readOnce((file) => readFileSync(join(SRC, file), 'utf8'))
const parsed = readOnce((file) => parse(text(file)))
const importsOf = readOnce((file) =>
  ts.preProcessFile(text(file)).importedFiles.map(({ fileName }) => fileName),
)
/** Imports of other files of src, as paths below it. */
const ownImports = readOnce((file) => pathsAmong(importsOf(file), file))
/** What is still imported when types are erased. */
const runtimeNames = readOnce((file) => runtimeNamesIn(parsed(file)))
/** Imports of other files that are still there when types are erased. */
const runtimeImports = readOnce((file) => pathsAmong(runtimeNames(file), file))

const crossings = files.flatMap((file) =>
  ownImports(file)
    .filter((target) => folderOf(target) !== folderOf(file))
    .map((target) => ({ file, target })),
)

describe('the house', () => {
  it('has every file that it imports', () => {
    for (const file of files) for (const target of ownImports(file)) expect(files).toContain(target)
  })

  it('knows every folder', () => {
    expect([...new Set(files.map(folderOf))].sort()).toEqual(Object.keys(FLOORS).sort())
  })

  it('imports downward only, and no room another room', () => {
    expect(crossings.length).toBeGreaterThan(30)
    const wrong = crossings.filter(
      ({ file, target }) => !FLOORS[folderOf(file)]?.includes(folderOf(target)),
    )
    expect(wrong).toEqual([])
  })

  it('comes in through doors only', () => {
    const isDoor = (file: string, target: string) =>
      target === `${folderOf(target)}/index.ts` ||
      (folderOf(file) !== '' && NOUNS.includes(target)) ||
      (['batch', 'compensation', 'explain', 'scenario', 'testing'].includes(folderOf(file)) &&
        target.endsWith('/internal.ts')) ||
      (folderOf(file) === 'explain' && target.endsWith('/issues.ts')) ||
      (folderOf(file) === 'command' &&
        ['explain/internal.ts', 'kernel/policy/version.ts'].includes(target)) ||
      (target === 'kernel/schema.ts' && (isSchema(file) || folderOf(file) === 'policy')) ||
      // A compensation plan has plans of the rooms inside.
      (target.endsWith('/schema.ts') &&
        [
          'policy/index.ts',
          'policy/kinds.ts',
          'policy/sections.ts',
          'compensation/schema.ts',
        ].includes(file))
    expect(crossings.filter(({ file, target }) => !isDoor(file, target))).toEqual([])
  })

  it('has floors inside commission, each of which knows only those below it', () => {
    const floorOf = (file: string) => COMMISSION.indexOf(file.split('/')[1] ?? '')
    const inside = files.filter((file) => folderOf(file) === 'commission')
    expect(inside.filter((file) => floorOf(file) === -1)).toEqual([])
    const upward = inside.flatMap((file) =>
      ownImports(file)
        .filter((target) => folderOf(target) === 'commission' && floorOf(target) > floorOf(file))
        .map((target) => ({ file, target })),
    )
    expect(upward).toEqual([])
  })

  it('has floors inside the kernel, each of which knows only those below it', () => {
    const floorOf = (file: string) => KERNEL.indexOf(file.split('/')[1] ?? '')
    const inside = files.filter((file) => /^kernel\/.*\//.test(file) && !GATHERING.includes(file))
    expect(inside.filter((file) => floorOf(file) === -1)).toEqual([])
    const upward = inside.flatMap((file) =>
      ownImports(file)
        .filter((target) => floorOf(target) > floorOf(file))
        .map((target) => ({ file, target })),
    )
    expect(upward).toEqual([])
  })

  it('parses the numbers of a policy where its exact form is made, and nowhere else', () => {
    const parsing = files.filter((file) => /\bknown\(/.test(text(file)))
    const isCompiling = (file: string) =>
      /\/exact[A-Z]\w*\.ts$/.test(file) || isSchema(file) || COMPILING.includes(file)
    expect(parsing.length).toBeGreaterThan(5)
    expect(parsing.filter((file) => !isCompiling(file))).toEqual([])
  })

  it('has rooms of one plan: a door or two, types, a schema, issues, an exact policy, rules, and one file that reads for several', () => {
    const isOfPlan = (file: string) => {
      const [room = '', name = '', ...deeper] = file.split('/')
      if (deeper.length > 0) return false
      const doors = ['index.ts', 'internal.ts']
      if ([...doors, 'types.ts', 'schema.ts', 'issues.ts', 'read.ts'].includes(name)) return true
      return /^exact[A-Z]\w*\.ts$/.test(name) || isRule(`${room}/${name}`)
    }
    const small = files.filter(
      (file) => HAS_RULES.includes(folderOf(file)) && folderOf(file) !== 'commission',
    )
    expect(small.filter((file) => !isOfPlan(file))).toEqual([])
  })

  it('has functions of at most four parameters', () => {
    expect(
      files.flatMap((file) => tooManyParameters(parsed(file)).map((name) => [file, name])),
    ).toEqual([])
  })

  it('hands out fewer than 180 names at the root, and of each room that came later no more than it needs', () => {
    const program = ts.createProgram([join(SRC, 'index.ts')], {
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
      noEmit: true,
    })
    const root = program.getSourceFile(join(SRC, 'index.ts'))
    const symbol = root && program.getTypeChecker().getSymbolAtLocation(root)
    const checker = program.getTypeChecker()
    const names = symbol ? checker.getExportsOfModule(symbol) : []
    const roomOf = (name: ts.Symbol) => {
      const [declared] = checker.getAliasedSymbol(name).declarations ?? []
      return folderOf(
        relative(SRC, declared?.getSourceFile().fileName ?? '')
          .split(sep)
          .join('/'),
      )
    }
    const rooms = names.map(roomOf)
    for (const [room, most] of Object.entries(LATER_ROOMS))
      expect(rooms.filter((one) => one === room).length).toBeLessThanOrEqual(most)
    const before = names.filter(
      (name, index) => !((rooms[index] ?? '') in LATER_ROOMS) && !LATER_NAMES.includes(name.name),
    )
    expect(before.length).toBeGreaterThan(100)
    expect(before.length).toBeLessThan(180)
    for (const name of LATER_NAMES) expect(names.map((one) => one.name)).toContain(name)
  })

  it('loads zod in schema files only, as a namespace', () => {
    const loading = files.filter((file) => importsOf(file).includes('zod'))
    expect(loading.filter((file) => !isSchema(file))).toEqual([])
    for (const file of loading) expect(text(file)).toContain("import * as z from 'zod'")
  })

  it('reaches zod from no entry but the root and policy', () => {
    for (const entry of ['kernel', 'handbook', ...HAS_RULES]) {
      const reached = reachable(`${entry}/index.ts`)
      expect(reached.filter(isSchema)).toEqual([])
    }
    expect(reachable('policy/index.ts').some(isSchema)).toBe(true)
  })

  it('loads the texts of other languages to explain issues only, and then neither zod nor decimal.js', () => {
    const isText = (file: string) => folderOf(file) === 'explain'
    for (const entry of Object.keys(FLOORS).filter((one) => !['command', 'explain'].includes(one)))
      expect(reachable(join(entry, 'index.ts')).filter(isText)).toEqual([])
    expect(reachable('explain/index.ts').filter(isText).length).toBeGreaterThan(10)
    const outside = reachable('explain/index.ts').flatMap(runtimeOutside)
    expect(outside.filter((name) => !isBuiltIn(name))).toEqual([])
  })

  it('loads neither zod nor decimal.js to compute money by a ready policy', () => {
    for (const entry of ['commission', 'compensation', 'handbook']) {
      const outside = reachable(`${entry}/index.ts`).flatMap(runtimeOutside)
      expect(outside.filter((name) => !isBuiltIn(name))).toEqual([])
    }
  })

  it('imports nothing from outside but its two dependencies and, built in, of date-fns what reads no clock and no locale, and one digest', () => {
    const outside = library.flatMap((file) =>
      importsOf(file).filter((name) => !name.startsWith('.')),
    )
    const allowed = [
      'zod',
      'decimal.js',
      'date-fns/addDays',
      'date-fns/addMonths',
      '@noble/hashes/sha2.js',
      '@date-fns/tz/tzOffset',
    ]
    expect(outside.filter((name) => !allowed.includes(name))).toEqual([TYPES_ALONE])
  })

  it('has one folder that reads files and streams, by what Node has and one parser', () => {
    const outside = files
      .filter((file) => folderOf(file) === 'command')
      .flatMap((file) => importsOf(file).filter((name) => !name.startsWith('.')))
    expect(outside.length).toBeGreaterThan(5)
    const isOurs = (name: string) => name.startsWith('node:') || name === 'csv-parse'
    expect(outside.filter((name) => !isOurs(name))).toEqual([])
    // No entry of the library loads it.
    const entries = Object.keys(FLOORS).filter((one) => one !== 'command')
    for (const entry of entries)
      expect(
        reachable(join(entry, 'index.ts')).filter((one) => folderOf(one) === 'command'),
      ).toEqual([])
  })

  it('is handed fast-check to test with, and loads it nowhere', () => {
    const naming = files.filter((file) => importsOf(file).includes(TYPES_ALONE))
    expect(naming).toEqual(['testing/types.ts'])
    expect(files.filter((file) => runtimeOutside(file).includes(TYPES_ALONE))).toEqual([])
    const outside = reachable('testing/index.ts').flatMap(runtimeOutside)
    expect(outside.filter((name) => !isBuiltIn(name))).toEqual([])
  })

  it('reads no clock, no random number, no locale and no host', () => {
    const read = library.flatMap((file) => hostReads(parsed(file)).map((what) => [file, what]))
    expect(read).toEqual([])
  })

  it.each([
    ['new Date()', 'Date'],
    ['new Date', 'Date'],
    ['Date()', 'Date'],
    ['Date.now()', 'Date'],
    ['const Clock = Date', 'Date'],
    ['new Date(0).getMonth()', 'getMonth'],
    ['class Day extends Date {}', 'Date'],
    ['day.setHours(0)', 'setHours'],
    ["day['getTimezoneOffset']()", 'getTimezoneOffset'],
    ['a.localeCompare(b)', 'localeCompare'],
    ['(1).toLocaleString()', 'toLocaleString'],
    ['Math.random()', 'random'],
    ["Math['random']()", 'random'],
    ['const { random } = Math', 'Math'],
    ["process['env']", 'process'],
    ['const { Collator } = Intl', 'Intl'],
    ['performance.now()', 'performance'],
    ['crypto.randomUUID()', 'crypto'],
    ['console.log(1)', 'console'],
    ["globalThis['Date']", 'globalThis'],
    ['setTimeout(f)', 'setTimeout'],
  ])('sees that %s is such a read', (code, what) => {
    expect(hostReads(parse(code))).toContain(what)
  })

  it.each([
    'new Date(day * DAY).toISOString()',
    'value instanceof Date',
    'class Day extends Date { constructor(day: number) { super(day) } }',
    'first.setUTCFullYear(1, 2, 3); first.getTime()',
    'const rule = { process: 1 }; rule.process; rule.performance',
    "type Kind = 'process'; interface Plan { process: Kind }; let day: Date",
    'const { process, counts } = plan; use(process, { process })',
    'function pay(process) { return process.steps }',
    'Math.floor(1)',
  ])('lets %s be', (code) => {
    expect(hostReads(parse(code))).toEqual([])
  })

  it.each([
    ["import { a } from './a.js'", ['./a.js']],
    ["import * as z from 'zod'; export { b } from './b.js'", ['zod', './b.js']],
    ["import './a.js'; export * from './b.js'", ['./a.js', './b.js']],
    ["import { type A } from './a.js'", ['./a.js']],
    ["const load = () => import('./a.js')", ['./a.js']],
    ["import type { A } from './a.js'; export type { B } from './b.js'", []],
    ["export type * from './a.js'; let a: typeof import('./a.js')", []],
  ])('sees what %s loads when types are erased', (code, names) => {
    expect(runtimeNamesIn(parse(code))).toEqual(names)
  })

  it('has no cycle of imports that run', () => {
    const cycles = files.filter((file) =>
      runtimeImports(file).some((target) => reachable(target, runtimeImports).includes(file)),
    )
    expect(cycles).toEqual([])
  })

  it('has a test for every rule', () => {
    const rules = files.filter((file) => /^[a-z]+\/[a-z]+[A-Za-z]*\.ts$/.test(file) && isRule(file))
    expect(rules.length).toBeGreaterThanOrEqual(8)
    const untested = rules.filter(
      (file) => !existsSync(join('test', file.replace(/\.ts$/, '.test.ts'))),
    )
    expect(untested).toEqual([])
  })
})

/** Functions of more than four parameters: more is a missing type. */
function tooManyParameters(source: ts.SourceFile): string[] {
  return nodesOf(source)
    .filter((node) => ts.isFunctionLike(node) && node.parameters.length > 4)
    .map((node) => node.getText(source).split('\n')[0] ?? '')
}

/** A function that its room's door lets out. */
function isRule(file: string): boolean {
  const [room = '', name = ''] = file.replace(/\.ts$/, '').split('/')
  return HAS_RULES.includes(room) && text(`${room}/index.ts`).includes(`export { ${name} }`)
}

function reachable(entry: string, importsFrom = runtimeImports): string[] {
  const found = new Set<string>([entry])
  for (const file of found) for (const target of importsFrom(file)) found.add(target)
  return [...found]
}

/** Packages that are still loaded when types are erased. */
function runtimeOutside(file: string): string[] {
  return runtimeNames(file).filter((name) => !name.startsWith('.'))
}

/** What is read of a file is read once, however many questions and entries come to it. */
function readOnce<Found>(read: (file: string) => Found): (file: string) => Found {
  const found = new Map<string, Found>()
  return (file) => {
    const before = found.get(file)
    if (before !== undefined) return before
    const now = read(file)
    found.set(file, now)
    return now
  }
}

/** The names that are paths as a file writes them, as paths below src. */
function pathsAmong(names: readonly string[], file: string): string[] {
  return names
    .filter((name) => name.startsWith('.'))
    .map((name) =>
      relative(SRC, resolve(SRC, dirname(file), name))
        .split(sep)
        .join('/'),
    )
    .map((name) => name.replace(/\.js$/, '.ts'))
}

/** What is still there once types are erased, as verbatimModuleSyntax has it: every import and re-export that is not marked as one of types. */
function runtimeNamesIn(source: ts.SourceFile): string[] {
  return nodesOf(source)
    .flatMap((node) => loadedBy(node) ?? [])
    .filter(ts.isStringLiteralLike)
    .map(({ text: name }) => name)
}

function loadedBy(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) && !node.importClause?.isTypeOnly) return node.moduleSpecifier
  if (ts.isExportDeclaration(node) && !node.isTypeOnly) return node.moduleSpecifier
  const imports = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
  return imports ? node.arguments[0] : undefined
}

function parse(code: string): ts.SourceFile {
  return ts.createSourceFile('file.ts', code, ts.ScriptTarget.ES2022, true)
}

function nodesOf(source: ts.SourceFile): readonly ts.Node[] {
  const nodes: ts.Node[] = []
  const collect = (node: ts.Node): void => {
    nodes.push(node)
    ts.forEachChild(node, collect)
  }
  collect(source)
  return nodes
}

const HOST = [
  'Intl',
  'console',
  'crypto',
  'global',
  'globalThis',
  'navigator',
  'performance',
  'process',
]
const TIMERS = ['queueMicrotask', 'setImmediate', 'setInterval', 'setTimeout']
const LOCAL_TIME =
  /^(?:get|set)(?:Date|Day|FullYear|Hours|Milliseconds|Minutes|Month|Seconds|TimezoneOffset|Year)$|^to(?:Date|Time)String$/
const isHostMember = (name: string) =>
  name === 'random' ||
  name.startsWith('toLocale') ||
  name === 'localeCompare' ||
  LOCAL_TIME.test(name)

/** What a file reads of its host: names that it does not declare itself, and members whose answer depends on time or place. */
function hostReads(source: ts.SourceFile): string[] {
  const nodes = nodesOf(source)
  const declared = new Set(nodes.flatMap((node) => declaredBy(node) ?? []))
  const members = nodes.flatMap((node) => memberOf(node) ?? []).filter(isHostMember)
  const names = nodes
    .filter(ts.isIdentifier)
    .filter((node) => isFree(node) && !declared.has(node.text))
  return [...members, ...names.filter(isHostName).map((node) => node.text)]
}

function isHostName({ text: name, parent }: ts.Identifier): boolean {
  if (name === 'Date') return !isPureDate(parent)
  // Math as a whole would carry Math.random with it.
  if (name === 'Math') return memberOf(parent) === undefined
  return HOST.includes(name) || TIMERS.includes(name)
}

function declaredBy(node: ts.Node): string | undefined {
  const declares =
    ts.isBindingElement(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isImportSpecifier(node)
  return declares && ts.isIdentifier(node.name) ? node.name.text : undefined
}

/** The member that `object.member` or `object['member']` names. */
function memberOf(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.name.text
  if (!ts.isElementAccessExpression(node)) return undefined
  const key = node.argumentExpression
  return ts.isStringLiteralLike(key) ? key.text : undefined
}

function asksForOne(parent: ts.Node): boolean {
  const made = ts.isClassLike(parent) ? parent.members.find(ts.isConstructorDeclaration) : undefined
  const [first] = made?.parameters ?? []
  return first !== undefined && first.questionToken === undefined && first.initializer === undefined
}

/** Whether a name stands for a value, and not for a member, a key or a type. */
function isFree(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node
  if (ts.isBindingElement(parent)) return parent.initializer === node
  return !(
    ts.isPropertySignature(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isTypeReferenceNode(parent)
  )
}

/** `new Date(day)` is a day that was given, a class that asks for one has no other; `instanceof Date` only looks. */
function isPureDate(parent: ts.Node): boolean {
  if (ts.isNewExpression(parent)) return (parent.arguments?.length ?? 0) > 0
  if (ts.isExpressionWithTypeArguments(parent)) return asksForOne(parent.parent.parent)
  return (
    ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword
  )
}
