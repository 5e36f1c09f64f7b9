import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { escapeMarkdown, markdownLink, markdownTable } from './markdown.ts'

/** The cells of a line, as GitHub cuts them: at every border that no backslash stands before. */
function cellsOf(line: string): string[] {
  const cells = ['']
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at)
    if (sign === '\\') {
      cells.push((cells.pop() ?? '') + sign + line.charAt(at + 1))
      at += 1
    } else if (sign === '|') cells.push('')
    else cells.push((cells.pop() ?? '') + sign)
  }
  return cells.slice(1, -1).map((cell) => cell.slice(1, -1))
}

function unescaped(text: string): string {
  return text
    .replaceAll(/\\([\\`*_[\]|~])/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

const signs = ['a', '1', '|', '\\', '`', '*', '_', '[', ']', '~', '<', '>', '&', '(', ')', '/', ' ', '\n']
const text = fc.string({ unit: fc.constantFrom(...signs) })

describe('a table as Markdown', () => {
  it('has a line for its head, one for the sides its columns lean to, and one a row', () => {
    expect(
      markdownTable([{ header: 'Service' }, { header: 'At the end', align: 'end' }], [['ledger', '−138 %']]),
    ).toBe('| Service | At the end |\n| --- | ---: |\n| ledger | −138 % |\n')
  })

  it('keeps each cell a cell and its text the text, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (cells) => {
        const columns = cells.map((header) => ({ header }))
        const [head = '', , row = ''] = markdownTable(columns, [cells.map(escapeMarkdown)]).split('\n')
        const plain = cells.map((cell) => cell.replaceAll(/\s+/g, ' '))
        expect(cellsOf(head).map(unescaped)).toEqual(plain)
        expect(cellsOf(row).map(unescaped)).toEqual(plain)
      }),
    )
  })

  it('leaves nothing of a text that a wiki would take for a tag', () => {
    expect(escapeMarkdown('<img src=x onerror=alert(1)>')).not.toMatch(/[<>]/)
  })

  it('keeps the address of a link in one piece', () => {
    fc.assert(
      fc.property(text, (path) => {
        const link = markdownLink('name', `https://x.test/${path}`)
        expect(link).toMatch(/^\[name\]\(https:\/\/x\.test\/[^\s()<>|\\]*\)$/)
      }),
    )
  })
})
