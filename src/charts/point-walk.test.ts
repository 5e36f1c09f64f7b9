import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { nearestSlot, noPoint, walkByKey } from './point-walk.ts'

const hours = (count: number) =>
  Array.from({ length: count }, (_, hour) => ({ fromHour: hour, toHour: hour + 1 }))
const press = (index: number | null, key: string, slots = hours(100), shiftKey = false) =>
  walkByKey({ ...noPoint, index }, { key, shiftKey }, slots)?.index

describe('walking along the points by keys', () => {
  test('Left begins at the newest, Right at the oldest', () => {
    expect(press(null, 'ArrowLeft')).toBe(99)
    expect(press(null, 'ArrowRight')).toBe(0)
  })

  test('goes slot by slot and stops at the ends', () => {
    expect(press(5, 'ArrowRight')).toBe(6)
    expect(press(0, 'ArrowLeft')).toBe(0)
    expect(press(99, 'ArrowRight')).toBe(99)
    expect(press(50, 'Home')).toBe(0)
    expect(press(50, 'End')).toBe(99)
  })

  test('Shift goes by days of hours, also over a gap', () => {
    expect(press(30, 'ArrowRight', hours(100), true)).toBe(54)
    expect(press(30, 'ArrowLeft', hours(100), true)).toBe(6)
    const gapped = [0, 1, 40, 41].map((hour) => ({ fromHour: hour, toHour: hour + 1 }))
    expect(press(0, 'ArrowRight', gapped, true)).toBe(2)
  })

  test('Shift goes by slots where a slot is longer than a day', () => {
    const weeks = [0, 168, 336].map((hour) => ({ fromHour: hour, toHour: hour + 168 }))
    expect(press(0, 'ArrowRight', weeks, true)).toBe(1)
    expect(press(2, 'ArrowLeft', weeks, true)).toBe(1)
  })

  test('Enter pins and unpins, Escape lets go', () => {
    const at = { ...noPoint, index: 4 }
    const pinned = walkByKey(at, { key: 'Enter', shiftKey: false }, hours(9))
    expect(pinned).toMatchObject({ index: 4, isPinned: true })
    expect(walkByKey(pinned ?? at, { key: 'Escape', shiftKey: false }, hours(9))).toEqual(noPoint)
  })

  test('other keys are left to the page', () => {
    expect(walkByKey(noPoint, { key: 'Tab', shiftKey: false }, hours(9))).toBeNull()
    expect(walkByKey(noPoint, { key: 'ArrowLeft', shiftKey: false }, [])).toBeNull()
  })
})

test('the nearest slot is never further away than any other', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 500 }), { minLength: 1 }),
      fc.double({ min: -10, max: 510, noNaN: true }),
      (ends, hour) => {
        const slots = ends.toSorted((a, b) => a - b).map((toHour) => ({ toHour }))
        const found = slots[nearestSlot(slots, hour) ?? -1]
        const distances = slots.map(({ toHour }) => Math.abs(toHour - hour))
        expect(Math.abs((found?.toHour ?? Infinity) - hour)).toBe(Math.min(...distances))
      },
    ),
  )
})
