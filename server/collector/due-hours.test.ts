import { expect, test } from 'vitest'

import { chunksOf, dueSpans, endOfDueHours } from './due-hours.ts'

const wanted = { fromHour: 100, toHour: 200 }

test('an hour is due once it has ended and the lag has passed', () => {
  const at = (time: string) => endOfDueHours(Date.parse(`2025-03-01T${time}Z`), 5)
  const three = Date.parse('2025-03-01T03:00:00Z') / 3_600_000
  expect(at('03:04:59.999')).toBe(three - 1)
  expect(at('03:05:00')).toBe(three)
})

test('what was never asked for is asked for from the beginning', () => {
  expect(dueSpans({ asked: null, missingHours: [] }, wanted)).toEqual([wanted])
})

test('it goes on where it stopped, however long ago', () => {
  const asked = { fromHour: 10, toHour: 60 }
  expect(dueSpans({ asked, missingHours: [] }, wanted)).toEqual([{ fromHour: 60, toHour: 200 }])
})

test('nothing is due twice', () => {
  expect(dueSpans({ asked: wanted, missingHours: [] }, wanted)).toEqual([])
})

test('a longer history than ever asked for is fetched as well', () => {
  const asked = { fromHour: 150, toHour: 200 }
  expect(dueSpans({ asked, missingHours: [] }, wanted)).toEqual([{ fromHour: 100, toHour: 150 }])
})

test('gaps are asked for again, near ones together', () => {
  const asked = { fromHour: 100, toHour: 199 }
  expect(dueSpans({ asked, missingHours: [160, 161, 164, 198] }, wanted)).toEqual([
    { fromHour: 160, toHour: 165 },
    { fromHour: 198, toHour: 200 },
  ])
})

test('no request asks for more points than engines give, and chunks make up the whole', () => {
  for (const stepSeconds of [60, 300, 3600]) {
    const chunks = chunksOf({ fromHour: 0, toHour: 60 * 24 + 5 }, stepSeconds)
    expect(chunks[0]?.fromHour).toBe(0)
    expect(chunks.at(-1)?.toHour).toBe(60 * 24 + 5)
    for (const [index, { fromHour, toHour }] of chunks.entries()) {
      expect(((toHour - fromHour) * 3600) / stepSeconds).toBeLessThanOrEqual(10_000)
      expect(toHour).toBeGreaterThan(fromHour)
      if (index > 0) expect(fromHour).toBe(chunks[index - 1]?.toHour)
    }
  }
})
