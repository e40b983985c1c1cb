/** What is said of grades in English. */
export const grading = {
  consequences: {
    title: 'What follows from the grades',
    none: 'Nothing follows from the grades.',
    some: 'From the grades follows:',
    once: (p: { kind: string; period: string; clause: string }) =>
      `${p.kind}, once, earned in ${p.period} (${p.clause}).`,
    from: (p: { kind: string; period: string; from: string; clause: string }) =>
      `${p.kind} from ${p.from} on, earned in ${p.period} (${p.clause}).`,
    fromTo: (p: { kind: string; period: string; from: string; until: string; clause: string }) =>
      `${p.kind} from ${p.from} to ${p.until}, earned in ${p.period} (${p.clause}).`,
  },
  grade: {
    title: 'Grade',
    graded: (p: { grade: string; score: string }) =>
      `The grade is ${p.grade}, for a score of ${p.score}.`,
    held: (p: { grade: string; byScore: string; score: string; because: string }) =>
      `The grade is ${p.grade}, and not ${p.byScore} as the score of ${p.score} alone would be, because of “${p.because}”.`,
    next: (p: { remaining: string; grade: string; from: string }) =>
      `${p.remaining} more points reach the score for ${p.grade}, ${p.from}.`,
    above: 'The next grade',
  },
  rank: {
    title: 'Grades by rank',
    none: 'Nobody is ranked.',
    graded: (p: { id: string; grade: string; rank: string; base: string; score: string }) =>
      `${p.id}: grade ${p.grade}, at rank ${p.rank} of ${p.base} with ${p.score} points.`,
    noScore: (p: { id: string }) => `${p.id} has no score, and so no rank and no grade.`,
    held: (p: { id: string; grade: string; byRank: string; because: string }) =>
      `${p.id} has ${p.grade} and not ${p.byRank}, the grade of the place: ${p.because}.`,
    tie: (p: { ids: string; by: string }) =>
      `The cut runs through the tie of ${p.ids}; decided by: ${p.by}.`,
    next: (p: { id: string; grade: string; from: string; remaining: string }) =>
      `${p.id} reaches ${p.grade} with ${p.from} points; ${p.remaining} are missing.`,
    because: {
      'at-least': 'the score is below what the grade asks for',
      lapsed: 'places above have lapsed',
      'no-score': 'there is no score',
    },
  },
  runs: {
    title: 'Runs of grades',
    none: 'Nothing follows from a run of grades.',
    some: (p: { kinds: string }) => `Reached by a run of grades: ${p.kinds}.`,
    notYet: 'No run of grades has reached what follows from it.',
    reached: (p: { kind: string; periods: string; grades: string; clause: string }) =>
      `${p.kind} is reached, with ${p.periods} at ${p.grades} (${p.clause}).`,
    running: (p: {
      kind: string
      periods: string
      grades: string
      remaining: string
      clause: string
    }) =>
      `${p.kind}: ${p.periods} at ${p.grades}; periods in a row that are missing: ${p.remaining} (${p.clause}).`,
    idle: (p: { kind: string; grades: string; remaining: string; clause: string }) =>
      `${p.kind}: no run at ${p.grades} goes on; periods in a row that are missing: ${p.remaining} (${p.clause}).`,
  },
  merit: {
    title: 'Raises out of a budget',
    given: (p: { amount: string; budget: string }) =>
      `Raises take ${p.amount} of the budget of ${p.budget}.`,
    factor: (p: { factor: string; wanted: string }) =>
      `Each gets ${p.factor} of what is granted, as far as their band lets them; in all, ${p.wanted} is wanted.`,
    left: {
      'all-granted': (p: { left: string }) =>
        `${p.left} is left, as everybody has all that is granted.`,
      maximum: (p: { left: string }) =>
        `${p.left} is left, as whoever is short has reached the end of their band.`,
    },
    budget: 'The budget',
    people: 'Raises',
  },
  distribution: {
    title: 'Check of a distribution of grades',
    fits: (p: { headcount: string }) =>
      `The grades of ${p.headcount} people are distributed as the shares ask for.`,
    differs: (p: { headcount: string }) =>
      `The grades of ${p.headcount} people are not distributed as the shares ask for.`,
    grade: (p: { grade: string; proposed: string; places: string }) =>
      `Grade ${p.grade} has ${p.proposed}, and should have ${p.places}.`,
    grades: 'Grades',
  },
  calibration: {
    title: 'Calibration of grades',
    moved: (p: { count: string; up: string; down: string }) =>
      `People with another grade than before: ${p.count}; higher: ${p.up}, lower: ${p.down}.`,
    atMost: (p: { atMost: string }) => `At most ${p.atMost} may have another grade.`,
    person: (p: { id: string; before: string; after: string }) =>
      `${p.id} goes from ${p.before} to ${p.after}.`,
    grade: (p: { grade: string; after: string; places: string }) =>
      `Grade ${p.grade} has ${p.after}, and should have ${p.places} by the shares.`,
    people: 'People',
    decisions: 'Decisions',
    grades: 'Grades',
    summary: 'Changes',
  },
  mentors: {
    title: 'Pairs of mentors and mentees',
    none: 'Nobody is paired.',
    paired: (p: { pairs: string }) => `Paired as mentor and mentee: ${p.pairs}.`,
    pair: (p: { mentor: string; mentee: string }) => `${p.mentor} – ${p.mentee}`,
    noMentor: (p: { id: string; because: string }) => `${p.id} has no mentor: ${p.because}.`,
    noMentee: (p: { id: string; because: string }) => `${p.id} is nobody’s mentor: ${p.because}.`,
    pairs: 'Pairs',
    mentors: 'Mentors',
    mentees: 'Mentees',
    mentoring: 'Mentoring',
  },
  training: {
    title: 'Training that is suggested',
    courses: (p: { courses: string }) => `Suggested: ${p.courses}.`,
    none: 'No course is suggested.',
    weak: (p: { indicator: string; points: string; remaining: string; weakBelow: string }) =>
      `“${p.indicator}” has ${p.points} points, and ${p.remaining} are missing to ${p.weakBelow}.`,
    missing: (p: { indicators: string }) => `There are no points for ${p.indicators}.`,
    unknown: (p: { course: string }) => `Whether “${p.course}” is for this person is not known.`,
    weaknesses: 'Weak indicators',
    forWeakness: 'Courses',
    chosen: 'Suggested courses',
  },
  moves: {
    title: 'Moves that are suggested',
    some: (p: { moves: string }) => `Suggested: ${p.moves}.`,
    none: 'No move is suggested.',
    to: (p: { move: string; to: string; clause: string }) => `${p.move}: to ${p.to} (${p.clause}).`,
    unknown: (p: { move: string }) => `Whether “${p.move}” is suggested is not known.`,
    moves: 'Moves',
  },
  leavers: {
    title: 'Those who left, by their grades',
    rate: (p: { rate: string; left: string; of: string }) =>
      `${p.rate} left of their own accord: ${p.left} of ${p.of}.`,
    tooFew: (p: { left: string; of: string }) =>
      `${p.left} of ${p.of} left of their own accord, which are too few for a rate.`,
    regretted: (p: { id: string; leftOn: string; grade: string }) =>
      `${p.id} left on ${p.leftOn} with the grade ${p.grade}, one of those that are missed.`,
    falling: (p: { id: string; leftOn: string }) =>
      `The grades of ${p.id}, who left on ${p.leftOn}, were falling.`,
    otherwise: (p: { people: string }) => `Not counted, as they left otherwise: ${p.people}.`,
    all: 'All',
    byLastGrade: 'By their last grade',
    byTrend: 'By how their grades developed',
    people: 'Those who left of their own accord',
    grades: 'Their latest grades',
    others: 'Those who left otherwise',
  },
}
