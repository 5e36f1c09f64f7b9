import { expect, test } from 'vitest'

import { clearestPlace } from './clearest-place.ts'

const line = { from: { x: 0, y: 100 }, to: { x: 400, y: 100 } }
const width = 80

test('stands above the end of its line where nothing is in the way', () => {
  expect(clearestPlace(line, width, [])).toEqual({ x: 400, y: 92 })
})

test('goes below the end before it covers a point above it', () => {
  expect(clearestPlace(line, width, [{ x: 360, y: 90 }])).toEqual({ x: 400, y: 114 })
})

test('goes back along the line to where no point is', () => {
  const crowd = [90, 110].flatMap((y) => [330, 350, 370, 390].map((x) => ({ x, y })))
  const { x, y } = clearestPlace(line, width, crowd)
  expect(x).toBeLessThanOrEqual(330)
  expect(y).toBe(92)
})

test('follows a line that falls', () => {
  const falling = { from: { x: 0, y: 0 }, to: { x: 400, y: 200 } }
  const crowd = [180, 190, 210].flatMap((y) => [340, 370, 395].map((x) => ({ x, y })))
  const { x, y } = clearestPlace(falling, width, crowd)
  expect(Math.min(Math.abs(y - (x / 2 - 8)), Math.abs(y - (x / 2 + 14)))).toBeLessThan(1e-9)
})

test('where points are everywhere it covers the fewest, and stays on its line', () => {
  const everywhere = Array.from({ length: 41 }, (_, at) => [92, 108].map((y) => ({ x: at * 10, y }))).flat()
  const gap = everywhere.filter(({ x, y }) => !(y === 92 && x > 100 && x < 150))
  const { x } = clearestPlace(line, width, gap)
  expect(x - width).toBeGreaterThanOrEqual(0)
  expect(x).toBeGreaterThan(120)
  expect(x - width).toBeLessThan(150)
})
