import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { CsvValue } from '../domain/csv-field.ts'
import { formatCsv } from './csv.ts'

/** RFC 4180, read back by hand. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === '\r\n') {
      rows.push(row)
      row = []
    }
  }
  return rows
}

const safeText = fc.string().filter((text) => !/^[=+\-@\t\r]/.test(text))

describe('a table as CSV', () => {
  it('reads back as it was, whatever the texts hold', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(safeText, safeText), { minLength: 1 }), (rows) => {
        expect(parseCsv(formatCsv(['a', 'b'], rows))).toEqual([['a', 'b'], ...rows])
      }),
    )
  })

  it('keeps numbers as they are and leaves what is absent empty', () => {
    const row: readonly CsvValue[] = [-0.695, 0, null]
    expect(formatCsv(['left', 'bad', 'out'], [row])).toBe('left,bad,out\r\n-0.695,0,\r\n')
  })

  it('does not hand a spreadsheet a formula', () => {
    expect(formatCsv(['name'], [['=SUM(A1)']])).toBe("name\r\n'=SUM(A1)\r\n")
  })
})
