import { describe, expect, test } from 'vitest'

import { brushByKey, spanOf } from './brush.ts'

describe('a span chosen by keys', () => {
  test('begins at the point that is read, and nowhere without one', () => {
    expect(brushByKey(null, 'z', 7).brush).toEqual({ anchor: 7, head: 7 })
    expect(brushByKey(null, 'Z', 0).brush).toEqual({ anchor: 0, head: 0 })
    expect(brushByKey(null, 'z', null)).toEqual({ brush: null, isChosen: false, isTaken: false })
  })

  test('Enter and Escape belong to it only while there is one', () => {
    const brush = { anchor: 2, head: 5 }
    expect(brushByKey(brush, 'Enter', 5)).toEqual({ brush: null, isChosen: true, isTaken: true })
    expect(brushByKey(brush, 'Escape', 5)).toEqual({ brush: null, isChosen: false, isTaken: true })
    expect(brushByKey(null, 'Enter', 5).isTaken).toBe(false)
    expect(brushByKey(null, 'Escape', 5).isTaken).toBe(false)
  })

  test('keys that walk are left to the points', () => {
    expect(brushByKey({ anchor: 2, head: 5 }, 'ArrowRight', 5).isTaken).toBe(false)
  })
})

test('a span reads forwards, whichever end was first', () => {
  expect(spanOf({ anchor: 9, head: 4 })).toEqual({ first: 4, last: 9 })
  expect(spanOf({ anchor: 4, head: 4 })).toEqual({ first: 4, last: 4 })
})
