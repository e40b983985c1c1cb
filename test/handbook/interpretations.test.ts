import { readFileSync } from 'node:fs'
import { handbook } from 'sales-rules'
import { describe, expect, it } from 'vitest'

/** The page of readings, and what somebody sees of it who filters the provenance of the ready policies by `ours`. */
const page = readFileSync(new URL('../../docs/interpretations.md', import.meta.url), 'utf8')
const questions = [...page.matchAll(/^### (.*)$/gm)].map(([, question]) => question)

/** By the question of the page, the parts of a ready policy that decide it; none where no field does. */
const readings: Readonly<Record<string, readonly string[]>> = {
  'Is 1,500,000 paid 50,000 or 60,000?': ['commission scale.mode'],
  'Is exactly 1,000,000 paid at 3% or at 4%?': ['commission scale.boundary'],
  'Once the target is met, which sales are paid?': [
    'commission gate.counts',
    'commission gate.startsIn',
  ],
  'Does "coefficient up by 0.5%" mean 3.5%, or 3% times 1.005?': ['commission coefficient.applies'],
  'Does a first order of exactly 1,000,000 earn the award?': [
    'commission awards[0].order.comparison',
    'commission awards[0].for',
  ],
  'Is the award for a large order paid below the target?': ['commission awards[0].whileGateShut'],
  'Does a quarter without a grade break a streak?': [
    'grading consequences[3].streak.gap',
    'grading consequences[4].streak.gap',
    'grading consequences[5].streak.gap',
    'grading consequences[6].streak.gap',
  ],
  'Do four good quarters in a row count once or twice?': [
    'grading consequences[3].streak.repeat',
    'grading consequences[4].streak.repeat',
    'grading consequences[5].streak.repeat',
    'grading consequences[6].streak.repeat',
  ],
  'Until when is the commission coefficient higher, and base pay lower?': [
    'grading consequences[2].ends',
    'grading consequences[3].ends',
    'grading consequences[4].ends',
  ],
  'Does an S count towards two quarters at A?': ['grading consequences[3].streak.grades'],
  'Which pay goes down by 10%?': ['grading consequences[4].kind'],
  'Which S brings 15 days of leave?': [
    'grading consequences[0].per',
    'grading consequences[0].once',
  ],
  "Is the bonus of an A half a month's pay or half a quarter's?": ['grading consequences[1].unit'],
  'Is a target of exactly 100% exceeded?': [
    'careers ladders[0].rungs[2].requires.all[0].comparison',
  ],
  'Do the sales above the target start in the first tier?': [],
  'What does a gate do with a target of 0?': [],
  'Who is credited with a refund after the customer has changed hands?': [],
  'Does half of a large first order earn the large-order award?': [],
  'Does a manager earn on an overlay, and on a line that does not count?': [],
  'Does a target count before it is signed?': [
    'targets signing.unsigned',
    'targets signing.revised',
  ],
  'What must a target name to be SMART?': ['targets requires'],
  'What is the target of somebody who was away all month?': [],
  'Do 120% and 150% of the target make a difference to the score?': [
    'appraisal indicators[0].curve',
    'challengeAppraisal indicators[0].curve',
  ],
  'Is a visit required of each customer, or in all?': ['appraisal visits.counted'],
  "Must a figure of sales say that it is the CRM's?": [
    'appraisal indicators[0].acceptedSources',
    'appraisal indicators[3].acceptedSources',
  ],
  'Does an order below the margin floor count for nothing, or is it not accepted?': [],
  'How long can a result be appealed?': ['appraisal appeal'],
  'What is the score of a year?': ['appraisal year'],
  'Is 89.995 an S?': ['grading rounding', 'grading decimals'],
  'Must a candidate already meet the standards of the level?': ['careers levelStandards'],
  'What is asked of somebody who coaches no newcomers?': [
    'careers ladders[0].rungs[1].requires.any[0].all[1].any[1]',
  ],
  'Does the fast track count when nobody gave the grades?': [
    'careers ladders[0].rungs[1].requires.any[1].absent',
  ],
  'Are two quarters with one missing between them "in a row"?': [
    'careers ladders[0].rungs[1].requires.any[1].inARow.gap',
    'careers ladders[0].rungs[2].requires.all[0].inARow.gap',
  ],
  'Does one of 15 people enter the hall of fame, or do two?': [
    'rewards hallOfFame.rounding',
    'rewards hallOfFame.ties',
  ],
  'What becomes of stock in a year without growth?': [
    'rewards equity[0].vesting.requires.comparison',
    'rewards equity[0].vesting.requires.required',
    'rewards equity[0].vesting.unmet',
  ],
  'What does a leaver keep of shares and options?': [
    'rewards equity[0].vesting.leavers',
    'rewards equity[1].vesting',
  ],
  'Is a month paid in which the certificate was earned?': ['rewards allowances.months'],
  'Who is a high performer, and who is outstanding?': [
    'rewards opportunities[0].requires',
    'rewards opportunities[1].requires',
    'rewards opportunities[2].requires',
  ],
  'Do 24 hours run through the weekend?': [0, 1, 4, 5, 6, 7, 9].map(
    (at) => `service standards[${at}].unit`,
  ),
  'Is the last of three working days over at closing, or at midnight?': [
    'service standards[2].until',
    'service standards[3].until',
  ],
  'When is the buffer of a delivery over?': ['service standards[8].buffer.unit'],
  'When is a deal won: at the signature, or when delivery starts?': ['pipeline wonAt'],
  'Which documents hold a deal back?': [0, 1, 2, 3, 4, 5].map(
    (at) => `pipeline stages[${at}].requires`,
  ),
  'From which day are the days until cash counted?': ['pipeline collection.startsAt'],
  'Is an invoice of 60 days overdue after five?': ['pipeline receivables'],
  'Is completeness of fields, or of records?': ['pipeline records'],
  'Does the day of publication count?': ['careers procedure.publication.firstDay'],
  'Must a mentor be a supervisor?': [],
  'When is an indicator weak, and whom does sales not suit?': [
    'grading training.weakBelow',
    'grading moves[0].requires',
    'grading leavers.periods',
    'grading leavers.minimum',
    'grading leavers.regretted',
  ],
  'When is a bonus paid, and what does a leaver get?': [
    'compensation consequences[0]',
    'compensation consequences[3].proration',
    'compensation consequences[3].leavers',
  ],
  'Which leads are invalid?': ['leads disqualifiers'],
  'Is a source dropped that converts 8%?': ['leads sources'],
  'Does a junior get a hot lead when the seniors are full?': ['leads routing'],
  'Does a complaint fade as a visit does?': [],
  'When is a profile of 30 November stale?': ['leads profiles'],
  'Does an old silence still warn?': [],
  'What happens to a refund while the plan waits for cash?': [],
  'Does a cap for the year bound what is earned, or what is paid out?': [],
}

const { chinaCalendar: _, clauses: __, ...policies } = handbook
const ours = Object.entries(policies).flatMap(([room, { provenance }]) =>
  provenance.filter(({ origin }) => origin === 'ours').map(({ path }) => `${room} ${path}`),
)

describe('the page of readings', () => {
  it('asks these questions and no others', () => {
    expect([...questions].sort()).toEqual(Object.keys(readings).sort())
  })

  it.each(Object.entries(readings))('%s what decides it is marked as ours', (_, paths) => {
    expect(paths.filter((path) => !ours.includes(path))).toEqual([])
  })
})
