import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { instantOf } from './instant-of.ts'
import { fillTemplate, parseTemplate, textAt } from './template.ts'

const event = {
  body: { a: { b: 'deep', list: [{ id: 7 }, { id: 8 }] }, empty: '', no: null, yes: true, zero: 0 },
  header: { 'x-event': 'push' },
}
const filled = (text: string) => fillTemplate(parseTemplate(text), event)

describe('a template', () => {
  test.each([
    ['plain', 'plain'],
    ['', ''],
    ['{{ body.a.b }}', 'deep'],
    ['pd-{{body.a.list[1].id}}-{{ header.x-event }}!', 'pd-8-push!'],
    ['{{ body.nothing ?? body.empty ?? body.a.b }}', 'deep'],
    ['{{ body.yes }} {{ body.zero }}', 'true 0'],
    ['{"not": "a placeholder"}', '{"not": "a placeholder"}'],
  ])('%s gives %s', (text, expected) => {
    expect(filled(text)).toBe(expected)
  })

  test.each([
    '{{ body.nothing }}',
    'x-{{ body.empty }}',
    '{{ body.no }}',
    '{{ body.a }}',
    '{{ body.a.list }}',
    '{{ body.a.list[2].id }}',
    '{{ body.constructor.name }}',
    '{{ body.__proto__.toString }}',
    '{{ body.a.b.length }}',
    '{{ body.a.list.length }}',
  ])('%s gives nothing, not half a text', (text) => {
    expect(filled(text)).toBeNull()
  })

  test('never gives what the event does not hold, however it is built', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.string(), (body, key) => {
        const text = textAt(`body.${key}`, { body, header: {} })
        expect(text === null || JSON.stringify(body).includes(JSON.stringify(text).slice(1, -1))).toBe(true)
      }),
    )
  })
})

test.each([
  ['2026-11-12T11:00:00.123456Z', '2026-11-12T11:00:00Z'],
  ['2026-11-12 10:20:30 +0100', '2026-11-12T09:20:30Z'],
  ['2026-11-12T13:00:00.000+0100', '2026-11-12T12:00:00Z'],
  ['2026-11-12 10:20:30 UTC', '2026-11-12T10:20:30Z'],
  ['1794484800', '2026-11-12T12:00:00Z'],
  ['1794484800000', '2026-11-12T12:00:00Z'],
  ['1794484800000000000', '2026-11-12T12:00:00Z'],
  ['2026-11-12 10:20:30', null],
  ['2026-11-12', null],
  ['12', null],
  ['2026-13-40T10:00:00Z', null],
  ['now', null],
])('%s is the instant %s', (text, expected) => {
  expect(instantOf(text)).toBe(expected)
})
