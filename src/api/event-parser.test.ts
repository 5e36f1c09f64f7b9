import fc from 'fast-check'
import { expect, test } from 'vitest'

import { createEventParser } from './event-parser.ts'

test('events are told apart from comments, and from what is not finished yet', () => {
  const parse = createEventParser()
  expect(parse('retry: 3000\n\n: beat\n\nid: 1\nevent: standing\ndata: {"a":1}\n\nid: 2\n')).toEqual([
    { id: '1', name: 'standing', data: '{"a":1}' },
  ])
  expect(parse('data: x\ndata: y\n\n')).toEqual([{ id: '2', name: 'message', data: 'x\ny' }])
  expect(parse('data: z\r\n\r\n')).toEqual([{ id: null, name: 'message', data: 'z' }])
})

const line = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => !/[\r\n]/.test(text))

test('however the text is cut into pieces, the same events come out', () => {
  const events = fc.array(fc.record({ id: line, data: line }), { maxLength: 8 })
  fc.assert(
    fc.property(events, fc.integer({ min: 1, max: 10 }), (sent, size) => {
      const text = sent.map(({ id, data }) => `id: ${id}\ndata: ${data}\n\n`).join('')
      const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
        text.slice(index * size, (index + 1) * size),
      )
      const parse = createEventParser()
      expect(pieces.flatMap((piece) => parse(piece)).map(({ id, data }) => ({ id, data }))).toEqual(sent)
    }),
  )
})
