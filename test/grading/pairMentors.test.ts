import fc from 'fast-check'
import {
  attempt,
  defineGradingPolicy,
  type GradingPolicyInput,
  handbook,
  type MentoringCandidates,
  pairMentors,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../arbitraries.rooms.js'

const withRule = (rule: object) =>
  defineGradingPolicy({
    ...(throughJson(handbook.grading) as GradingPolicyInput),
    provenance: [],
    mentoring: [{ id: 'peer', clause: 'GRA-9', ...rule }],
  })

const pair = (people: MentoringCandidates, mentoring = 'peer', policy = handbook.grading) =>
  pairMentors(people, mentoring, policy)

const pairsOf = (people: MentoringCandidates, mentoring = 'peer', policy = handbook.grading) =>
  pair(people, mentoring, policy).pairs.map(({ mentor, mentee }) => [mentor, mentee])

function issuesOf(people: unknown, mentoring: unknown = 'peer', policy = handbook.grading) {
  const outcome = attempt(() =>
    pairMentors(people as MentoringCandidates, mentoring as string, policy),
  )
  return outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path.join('.')])
}

const atC = (...ids: string[]) => ids.map((id) => ({ id, grade: 'C' }))

describe('peer mentoring pairs an S or an A with a C (GRA-9)', () => {
  it('never gives a mentor more than they take, and names who is left (mentor-01)', () => {
    const mentors = [
      { id: 'm1', grade: 'S', capacity: 1 },
      { id: 'm2', grade: 'A', capacity: 1 },
    ]
    expect(pair({ mentors, mentees: atC('c1', 'c2', 'c3') })).toEqual({
      mentoring: 'peer',
      by: 'turn',
      proposedBy: 'mentees',
      pairs: [
        { mentor: 'm1', mentee: 'c1', choiceOfMentor: null, choiceOfMentee: null },
        { mentor: 'm2', mentee: 'c2', choiceOfMentor: null, choiceOfMentee: null },
      ],
      mentors: [
        { id: 'm1', capacity: 1, mentees: ['c1'], because: null },
        { id: 'm2', capacity: 1, mentees: ['c2'], because: null },
      ],
      mentees: [
        { id: 'c1', mentor: 'm1', because: null },
        { id: 'c2', mentor: 'm2', because: null },
        { id: 'c3', mentor: null, because: 'taken' },
      ],
      policy: { id: 'handbook-grading', version: '1' },
      clauses: ['GRA-9'],
    })
  })

  it('makes as many pairs as there can be, where one side alone has chosen (mentor-03)', () => {
    const mentees = [
      { id: 'c1', grade: 'C', choices: ['m1', 'm2'] },
      { id: 'c2', grade: 'C', choices: ['m1'] },
    ]
    const mentors = ['m1', 'm2'].map((id) => ({ id, grade: 'A', capacity: 1 }))
    expect(pairsOf({ mentors, mentees })).toEqual([
      ['m1', 'c2'],
      ['m2', 'c1'],
    ])
  })

  it('does the same where the mentors alone have chosen', () => {
    const mentors = [
      { id: 'm1', grade: 'A', choices: ['c1', 'c2'] },
      { id: 'm2', grade: 'A', choices: ['c1'] },
    ]
    const outcome = pair({ mentors, mentees: atC('c1', 'c2') })
    expect(outcome.pairs.map(({ mentor, mentee }) => [mentor, mentee])).toEqual([
      ['m1', 'c2'],
      ['m2', 'c1'],
    ])
    expect(outcome).toMatchObject({ by: 'turn', proposedBy: 'mentors' })
    expect(outcome.pairs[0]).toMatchObject({ choiceOfMentor: 2, choiceOfMentee: null })
  })

  it('asks for no answer to the choices of one who is out: the mentees alone have chosen', () => {
    const mentors = [
      { id: 'out', grade: 'B', choices: ['c2'] },
      { id: 'm', grade: 'A', capacity: 1 },
    ]
    const mentees = [{ id: 'c1', grade: 'C', choices: ['m'] }, ...atC('c2')]
    expect(pair({ mentors, mentees })).toMatchObject({ by: 'turn', proposedBy: 'mentees' })
  })

  it('takes the best grade first among mentors, and the lowest among mentees', () => {
    const policy = withRule({ mentorGrades: ['S', 'A'], menteeGrades: ['B', 'C'], capacity: 1 })
    const mentors = [
      { id: 'a', grade: 'A' },
      { id: 'b', grade: 'S' },
    ]
    const mentees = [
      { id: 'c', grade: 'B' },
      { id: 'd', grade: 'C' },
    ]
    expect(pairsOf({ mentors, mentees }, 'peer', policy)).toEqual([
      ['b', 'd'],
      ['a', 'c'],
    ])
  })

  it('leaves out who has another grade, and says so', () => {
    const outcome = pair({
      mentors: [
        { id: 'm', grade: 'B' },
        { id: 'n', grade: 'S', capacity: 0 },
        { id: 'o', grade: 'A' },
      ],
      mentees: [
        { id: 'c', grade: 'B' },
        { id: 'd', grade: 'C', choices: [] },
        { id: 'e', grade: 'C', choices: ['m'] },
      ],
    })
    expect(outcome.pairs).toEqual([])
    expect(outcome.mentors.map(({ id, because }) => [id, because])).toEqual([
      ['n', 'no-capacity'],
      ['o', 'no-match'],
      ['m', 'grade'],
    ])
    expect(outcome.mentees.map(({ id, because }) => [id, because])).toEqual([
      ['d', 'chose-nobody'],
      ['e', 'no-match'],
      ['c', 'grade'],
    ])
  })

  it('lets a mentor take as many as they say, or as the policy says', () => {
    const mentors = [{ id: 'm', grade: 'S', capacity: 2 }]
    expect(pairsOf({ mentors, mentees: atC('c', 'd', 'e') })).toHaveLength(2)
    const policy = withRule({ capacity: 3 })
    expect(
      pairsOf({ mentors: [{ id: 'm', grade: 'S' }], mentees: atC('c', 'd', 'e') }, 'peer', policy),
    ).toHaveLength(3)
  })

  it('lets nobody mentor themselves', () => {
    const policy = withRule({})
    const people = { mentors: [{ id: 'a' }], mentees: [{ id: 'a' }] }
    expect(pair(people, 'peer', policy)).toMatchObject({
      pairs: [],
      mentees: [{ id: 'a', because: 'no-match' }],
    })
  })
})

describe('career mentors, by mutual choice (PRO-12)', () => {
  const mentors = [
    { id: 'm1', eligible: true, choices: ['c2', 'c1'] },
    { id: 'm2', eligible: true, choices: ['c1', 'c2'] },
  ]
  const mentees = [
    { id: 'c1', choices: ['m1', 'm2'] },
    { id: 'c2', choices: ['m2', 'm1'] },
  ]

  it('gives the mentees, who propose, the best of all stable pairings', () => {
    const outcome = pair({ mentors, mentees }, 'career')
    expect(outcome).toMatchObject({ by: 'both', proposedBy: 'mentees', clauses: ['PRO-12'] })
    expect(outcome.pairs).toEqual([
      { mentor: 'm1', mentee: 'c1', choiceOfMentor: 2, choiceOfMentee: 1 },
      { mentor: 'm2', mentee: 'c2', choiceOfMentor: 2, choiceOfMentee: 1 },
    ])
  })

  it('or the mentors, where the policy lets these propose', () => {
    const policy = withRule({ choice: 'mutual', proposes: 'mentors' })
    expect(pairsOf({ mentors, mentees }, 'peer', policy)).toEqual([
      ['m1', 'c2'],
      ['m2', 'c1'],
    ])
  })

  it('pairs nobody who has not chosen, or is not known to be eligible', () => {
    const outcome = pair(
      {
        mentors: [
          { id: 'm1', eligible: true },
          { id: 'm2', eligible: false, choices: ['c1'] },
        ],
        mentees: [{ id: 'c1', choices: ['m1', 'm2'] }, { id: 'c2' }],
      },
      'career',
    )
    expect(outcome.pairs).toEqual([])
    expect(outcome.mentors.map(({ because }) => because)).toEqual(['chose-nobody', 'not-eligible'])
    expect(outcome.mentees.map(({ because }) => because)).toEqual(['no-match', 'chose-nobody'])
  })
})

describe('what is refused', () => {
  it.each<readonly [string, unknown, unknown, unknown]>([
    ['no people', null, 'peer', [['VALUE_MISSING', 'people']]],
    [
      'a mentoring that the policy does not have',
      { mentors: [], mentees: [] },
      'peers',
      [['NOT_IN_POLICY', 'mentoring']],
    ],
    [
      'no grade, where the rule asks for one',
      { mentors: [{ id: 'm' }], mentees: [{ id: 'c', grade: 'D' }] },
      'peer',
      [
        ['VALUE_MISSING', 'people.mentors.0.grade'],
        ['VALUE_NOT_ALLOWED', 'people.mentees.0.grade'],
      ],
    ],
    [
      'nothing said of whether a mentor is eligible',
      { mentors: [{ id: 'm', choices: [] }], mentees: [] },
      'career',
      [['VALUE_MISSING', 'people.mentors.0.eligible']],
    ],
    [
      'the same person twice, a choice made twice, of oneself, and of nobody there',
      {
        mentors: [{ id: 'c', grade: 'A' }],
        mentees: [
          { id: 'c', grade: 'C', choices: ['c', 'm', 'm'] },
          { id: 'c', grade: 'C' },
        ],
      },
      'peer',
      [
        ['VALUE_INVALID', 'people.mentees.0.choices.0'],
        ['VALUE_INVALID', 'people.mentees.0.choices.1'],
        ['VALUE_INVALID', 'people.mentees.0.choices.2'],
        ['ID_DUPLICATE', 'people.mentees.0.choices.2'],
        ['ID_DUPLICATE', 'people.mentees.1.id'],
      ],
    ],
    [
      'half a mentee',
      { mentors: [{ id: 'm', grade: 'A', capacity: 1.5 }], mentees: [] },
      'peer',
      [['VALUE_INVALID', 'people.mentors.0.capacity']],
    ],
    [
      'more people than are looked at',
      {
        mentors: Array.from({ length: 501 }, (_, id) => ({ id: `m${id}`, grade: 'A' })),
        mentees: [],
      },
      'peer',
      [['VALUE_UNREADABLE', 'people.mentors']],
    ],
  ])('%s', (_, people, mentoring, issues) => {
    expect(issuesOf(people, mentoring)).toEqual(issues)
  })

  it('a rule for grades that the policy does not have, and an id twice', () => {
    expect(() => withRule({ mentorGrades: ['D'] })).toThrow('mentoring[0].mentorGrades')
    const rule = { id: 'a', clause: 'x' }
    expect(() =>
      defineGradingPolicy({ grades: handbook.grading.grades, mentoring: [rule, rule] }),
    ).toThrow('mentoring[1].id')
  })
})

const ids = ['a', 'b', 'c', 'd', 'e', 'f']
const choices = fc.option(fc.shuffledSubarray(ids), { nil: undefined })
const people = fc.record({
  mentors: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom(...ids),
      grade: fc.constantFrom('S', 'A', 'B'),
      capacity: fc.integer({ min: 0, max: 3 }),
      choices,
    }),
    { selector: ({ id }) => id },
  ),
  mentees: fc.uniqueArray(
    fc.record({ id: fc.constantFrom(...ids), grade: fc.constantFrom('C', 'B'), choices }),
    { selector: ({ id }) => id },
  ),
})

/** Choices of those who are there, and of others than oneself. */
function tidy({ mentors, mentees }: { mentors: readonly Drawn[]; mentees: readonly Drawn[] }) {
  const within =
    (others: readonly Drawn[]) =>
    (one: Drawn): Candidate => {
      const { choices: given, ...rest } = one
      const among = (id: string) => id !== one.id && others.some((other) => other.id === id)
      return given === undefined ? rest : { ...rest, choices: given.filter(among) }
    }
  return { mentors: mentors.map(within(mentees)), mentees: mentees.map(within(mentors)) }
}

interface Candidate {
  readonly id: string
  readonly grade: string
  readonly choices?: readonly string[]
}

interface Drawn {
  readonly id: string
  readonly grade: string
  readonly choices?: readonly string[] | undefined
}

describe('the laws of pairing', () => {
  it('pairs the same people in any order of the input', () => {
    fc.assert(
      fc.property(people, (drawn) => {
        const given = tidy(drawn)
        const reversed = {
          mentors: [...given.mentors].reverse(),
          mentees: [...given.mentees].reverse(),
        }
        expect(pair(reversed)).toEqual(pair(given))
      }),
    )
  })

  it('gives each mentee one mentor at most, and each mentor no more than they take; both of the grades that the rule asks for, and both would', () => {
    fc.assert(
      fc.property(people, (drawn) => {
        const given = tidy(drawn)
        const { pairs, mentors, mentees } = pair(given)
        expect(new Set(pairs.map(({ mentee }) => mentee)).size).toBe(pairs.length)
        for (const { mentees: own, capacity } of mentors)
          expect(own.length).toBeLessThanOrEqual(capacity)
        for (const { mentor, mentee } of pairs) {
          const one = given.mentors.find(({ id }) => id === mentor)
          const other = given.mentees.find(({ id }) => id === mentee)
          expect(['S', 'A']).toContain(one?.grade)
          expect(other?.grade).toBe('C')
          expect(one?.choices?.includes(mentee) ?? true).toBe(true)
          expect(other?.choices?.includes(mentor) ?? true).toBe(true)
        }
        for (const { mentor, because } of mentees) expect(mentor === null).toBe(because !== null)
      }),
    )
  })
})
