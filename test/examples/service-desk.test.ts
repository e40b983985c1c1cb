import { describe, expect, it } from 'vitest'
import { widthOf } from '../../examples/close-the-quarter/report/layout.js'
import { cases } from '../../examples/service-desk/cases.js'
import { runDesk } from '../../examples/service-desk/measure.js'
import { reconcile } from '../../examples/service-desk/reconcile.js'
import { reportOn } from '../../examples/service-desk/report.js'
import { golden } from './golden.js'
import { runExample } from './runExample.js'

const desk = runDesk(cases)
const page = reportOn(desk)

describe('the service desk', () => {
  it('reconciles', () => {
    expect(reconcile(desk).filter(({ holds }) => !holds)).toEqual([])
  })

  it('notices a case that is lost, a due time that is wrong and time that nobody has', () => {
    const levels = desk.levels.map((level) =>
      level.ok && level.value.case === 'T-2'
        ? { ...level, value: { ...level.value, due: '2026-02-24T11:00:00+08:00', left: 'PT1H' } }
        : level,
    )
    const failing = reconcile({ ...desk, levels, cases: cases.slice(1) }).filter(
      ({ holds }) => !holds,
    )
    expect(failing.map(({ rule }) => rule.split(' ').slice(0, 2).join(' '))).toEqual([
      'cases =',
      'time used',
      'the desk',
    ])
  })

  it('stands for each case as it was worked out by hand', () => {
    const stateOf = (id: string) => {
      const level = desk.levels.find((one) => one.ok && one.value.case === id)
      return level?.ok ? [level.value.state, level.value.due?.slice(5, 16) ?? null] : []
    }
    expect(stateOf('T-1')).toEqual(['met', '02-14T11:30'])
    expect(stateOf('T-2')).toEqual(['met', '02-24T12:00'])
    expect(stateOf('T-3')).toEqual(['late', '02-24T12:00'])
    expect(stateOf('T-4')).toEqual(['met', '02-25T15:00'])
    expect(stateOf('T-5')).toEqual(['open', '03-02T15:30'])
    expect(stateOf('T-6')).toEqual(['open', null])
    expect(stateOf('S-1')).toEqual(['met', '02-25T23:59'])
    expect(stateOf('S-2')).toEqual(['late', '02-24T23:59'])
    expect(stateOf('D-2')).toEqual(['met', '02-13T23:59'])
  })

  it('prints no line that is too long', () => {
    expect(page.filter((line) => widthOf(line) > 100)).toEqual([])
  })

  it('ends well, and prints the same page in another process and time zone', async () => {
    const { code, stdout, stderr } = await runExample('service-desk', 'America/New_York')
    expect(stderr).toBe('')
    expect(code).toBe(0)
    expect(stdout.startsWith(page.join('\n'))).toBe(true)
    expect(stdout).toContain('\nChecks: 7 of 7 hold\n')
    await expect(stdout).toMatchFileSnapshot(golden('service-desk', 'page.txt'))
  })
})
