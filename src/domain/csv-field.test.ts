import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { csvLines, type CsvValue } from './csv-field.ts'

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

const isFormula = (text: string) => /^[=+\-@\t\r\n]/.test(text)
const safeText = fc.string().filter((text) => !isFormula(text))
const risky = fc
  .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ''), fc.string())
  .map(([start, rest]) => start + rest)

describe('a table as CSV', () => {
  it('reads back as it was, whatever the texts hold', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(safeText, safeText), { minLength: 1 }), (rows) => {
        expect(parseCsv(csvLines([['a', 'b'], ...rows]))).toEqual([['a', 'b'], ...rows])
      }),
    )
  })

  it('is the same in however many pieces it is written', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.integer())), fc.nat(20), (rows, at) => {
        expect(csvLines(rows.slice(0, at)) + csvLines(rows.slice(at))).toBe(csvLines(rows))
      }),
    )
  })

  it('keeps numbers as they are and leaves what is absent empty', () => {
    const row: readonly CsvValue[] = [-0.695, 0, null]
    expect(csvLines([['left', 'bad', 'out'], row])).toBe('left,bad,out\r\n-0.695,0,\r\n')
  })

  it('hands a spreadsheet no formula, and loses nothing of the text', () => {
    expect(csvLines([['=SUM(A1)']])).toBe("'=SUM(A1)\r\n")
    fc.assert(
      fc.property(fc.array(risky, { minLength: 1, maxLength: 4 }), (texts) => {
        const [read = []] = parseCsv(csvLines([texts]))
        expect(read.some(isFormula)).toBe(false)
        expect(read).toEqual(texts.map((text) => (isFormula(text) ? `'${text}` : text)))
      }),
    )
  })
})
