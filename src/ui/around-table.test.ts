import { describe, expect, it } from 'vitest'

import { SETTINGS_PX, widestTable } from './around-table.ts'

describe('the widest a table can be', () => {
  it('is what rail, gutters and settings leave of a desk', () => {
    expect(widestTable(1440, 0)).toBe(1180)
    expect(widestTable(1440, SETTINGS_PX)).toBe(1000)
  })

  it('grows by what narrows or folds in a narrower window', () => {
    expect(widestTable(1240, SETTINGS_PX)).toBe(956)
    expect(widestTable(1000, SETTINGS_PX)).toBe(896)
    expect(widestTable(390, SETTINGS_PX)).toBe(358)
  })
})
