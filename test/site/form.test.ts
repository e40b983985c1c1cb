import { attempt, type Issue } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { type JsonObject, valueAt } from '../../site/playground/document.js'
import { documentOf } from '../../site/playground/documents.js'
import { EXAMPLES, exampleOf } from '../../site/playground/examples.js'
import {
  edited,
  type Field,
  formOf,
  keyOf,
  placeIssues,
  type Section,
} from '../../site/playground/form.js'
import type { Kind } from '../../site/playground/kinds.js'
import { withoutEntry } from '../../site/playground/provenance.js'
import { define } from '../../site/playground/rules.js'
import { LOCALES, localeOf, wordsOf } from '../../site/playground/words/words.js'

const ENGLISH = wordsOf('en')
const PLAN = documentOf('handbook-commission')

const fieldsIn = (form: readonly Section[]) =>
  form.flatMap(({ groups }) => groups.flatMap(({ fields }) => fields))

function fieldAt(document: JsonObject, kind: Kind, path: string): Field {
  const found = fieldsIn(formOf(kind, document, ENGLISH)).find(
    (field) => keyOf(field.path) === path,
  )
  if (found === undefined) throw new Error(path)
  return found
}

function set(document: JsonObject, path: string, text: string, kind: Kind = 'commission') {
  return edited(document, fieldAt(document, kind, path), text)
}

function issuesOf(kind: Kind, document: JsonObject): readonly Issue[] {
  const defined = attempt(() => define(kind, document))
  return defined.ok ? [] : defined.issues
}

describe('formOf', () => {
  it.each(EXAMPLES)(
    'shows $id as it is: each field typed again changes nothing',
    ({ id, kind }) => {
      const document = documentOf(id)
      const fields = fieldsIn(formOf(kind, document, ENGLISH))
      expect(fields.length).toBeGreaterThan(10)
      for (const field of fields.filter(({ on }) => on === undefined))
        expect(edited(document, field, field.value)).toEqual(document)
    },
  )

  it.each(EXAMPLES)(
    'has no two fields of one place, and no field without a label: $id',
    ({ id, kind }) => {
      for (const locale of LOCALES) {
        const fields = fieldsIn(formOf(kind, documentOf(id), wordsOf(locale)))
        expect(new Set(fields.map(({ path }) => keyOf(path))).size).toBe(fields.length)
        expect(fields.filter(({ label }) => label === '')).toEqual([])
        const unsaid = fields.flatMap(({ choices = [] }) =>
          choices.filter(
            ({ value, label }) => label === '' || (label === value && value.includes('-')),
          ),
        )
        expect(unsaid.map(({ value }) => value)).toEqual([])
      }
    },
  )

  it('shows a document of any shape', () => {
    for (const kind of ['commission', 'appraisal', 'leads'] as const)
      for (const document of [{}, { scale: { tiers: {} } }, { criteria: [1, null], bands: 'x' }])
        expect(formOf(kind, document as JsonObject, ENGLISH).length).toBeGreaterThan(0)
  })

  it('adds an entry that the library takes as it is', () => {
    for (const { id, kind } of EXAMPLES)
      for (const { longer } of formOf(kind, documentOf(id), ENGLISH))
        if (longer) expect(issuesOf(kind, longer)).toEqual([])
    const tiers = formOf('commission', PLAN, ENGLISH).find(
      ({ path }) => keyOf(path) === 'scale.tiers',
    )
    expect(valueAt(tiers?.longer, ['scale', 'tiers', 2])).toEqual({
      id: 'tier-4',
      upTo: '4000000',
      rate: '0.05',
    })
  })
})

describe('edited', () => {
  it('writes a text, takes out what is emptied, and leaves a tier without an end', () => {
    expect(valueAt(set(PLAN, 'scale.tiers.0.rate', '0.035'), ['scale', 'tiers', 0, 'rate'])).toBe(
      '0.035',
    )
    expect(valueAt(set(PLAN, 'scale.tiers.2.upTo', ''), ['scale', 'tiers', 2, 'upTo'])).toBeNull()
    expect(set(PLAN, 'version', '')).not.toHaveProperty('version')
    expect(valueAt(set(PLAN, 'currency', ''), ['currency'])).toBe('')
    const capped = set(PLAN, 'cap.amount', '60000')
    expect(capped['cap']).toEqual({ amount: '60000' })
    expect(set(capped, 'cap.amount', '')).toEqual(PLAN)
    expect(set(PLAN, 'gate.attainment', '')).toMatchObject({ gate: { attainment: '' } })
  })

  it('switches the gate off and on', () => {
    const without = set(PLAN, 'gate', '')
    expect(without).not.toHaveProperty('gate')
    expect(issuesOf('commission', without)).toEqual([])
    expect(set(without, 'gate', 'on')['gate']).toEqual({ attainment: '1' })
    expect(
      fieldsIn(formOf('commission', without, ENGLISH)).map(({ path }) => keyOf(path)),
    ).not.toContain('gate.attainment')
  })

  it('keeps weights numbers', () => {
    const scheme = documentOf('handbook-appraisal')
    const changed = set(scheme, 'indicators.0.weight', '45', 'appraisal')
    expect(valueAt(changed, ['indicators', 0, 'weight'])).toBe(45)
  })
})

describe('withoutEntry', () => {
  it('leaves a policy that the library takes, whatever entry goes', () => {
    const scheme = documentOf('handbook-appraisal')
    const model = documentOf('handbook-leads')
    for (const [kind, document, entry] of [
      ['appraisal', scheme, ['indicators', 0]],
      ['appraisal', scheme, ['indicators', 3]],
      ['leads', model, ['criteria', 1]],
      ['commission', PLAN, ['scale', 'tiers', 1]],
    ] as const) {
      const codes = issuesOf(kind, withoutEntry(document, entry)).map(({ code }) => code)
      expect(codes.filter((code) => code !== 'WEIGHTS_NOT_100')).toEqual([])
    }
  })

  it('says of the entries that move up what was said of them', () => {
    const provenance = ['tiers[0]', 'tiers[1].rate', 'tiers[2].rate', 'gate'].map((path) => ({
      path,
      clause: path,
    }))
    const document = { tiers: [1, 2, 3], gate: '1', provenance }
    expect(withoutEntry(document, ['tiers', 1])).toEqual({
      tiers: [1, 3],
      gate: '1',
      provenance: [
        { path: 'tiers[0]', clause: 'tiers[0]' },
        { path: 'tiers[1].rate', clause: 'tiers[2].rate' },
        { path: 'gate', clause: 'gate' },
      ],
    })
  })
})

describe('placeIssues', () => {
  const placed = (kind: Kind, document: JsonObject) => {
    const issues = issuesOf(kind, document).map(({ path, code }) => ({ path, text: code }))
    const { at, elsewhere } = placeIssues(formOf(kind, document, ENGLISH), issues)
    return { at: Object.fromEntries(at), elsewhere }
  }

  it('puts an issue beside its field', () => {
    expect(placed('commission', set(PLAN, 'scale.tiers.0.rate', '3'))).toEqual({
      at: { 'scale.tiers.0.rate': ['NUMBER_LOOKS_LIKE_PERCENT'] },
      elsewhere: [],
    })
  })

  it('puts an issue of a whole list at its section', () => {
    const scheme = set(documentOf('handbook-appraisal'), 'indicators.0.weight', '45', 'appraisal')
    expect(placed('appraisal', scheme).at).toEqual({ indicators: ['WEIGHTS_NOT_100'] })
  })

  it('loses no issue that the form has no field for', () => {
    const document = { ...PLAN, awards: 'none', colour: 'red' }
    const { at, elsewhere } = placed('commission', document)
    expect([...Object.values(at).flat(), ...elsewhere]).toHaveLength(
      issuesOf('commission', document).length,
    )
  })
})

describe('wordsOf', () => {
  it('has a title for every example in every language', () => {
    for (const locale of LOCALES)
      for (const { id } of EXAMPLES) expect(wordsOf(locale).examples[id]).not.toBe('')
    expect(exampleOf('nothing')).toBeUndefined()
  })

  it('falls back to English', () => {
    expect(['zh-TW', 'zh-CN', 'de', ''].map(localeOf)).toEqual(['zh-TW', 'zh-CN', 'en', 'en'])
  })
})
