import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { markMatches, matches, parsePaletteQuery } from './palette-query.ts'

describe('what is typed into the palette', () => {
  it('is words, with narrowings anywhere between them', () => {
    expect(parsePaletteQuery('team:pay Charge in:prod-eu  eu')).toEqual({
      words: ['charge', 'eu'],
      team: 'pay',
      sli: null,
      deployment: 'prod-eu',
    })
  })

  it('does not narrow by what is still being typed', () => {
    expect(parsePaletteQuery('team:')).toEqual({ words: [], team: null, sli: null, deployment: null })
  })

  it('takes the last narrowing of a kind', () => {
    expect(parsePaletteQuery('sli:lat sli:avail').sli).toBe('avail')
  })
})

describe('marking', () => {
  it('gives the text back whole, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (text, words) => {
        expect(
          markMatches(text, words)
            .map((part) => part.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })

  it('marks each place a word stands, in any case', () => {
    const marked = markMatches('POST /charge, Charge', ['charge']).filter(({ isMatch }) => isMatch)
    expect(marked.map(({ text }) => text)).toEqual(['charge', 'Charge'])
  })
})

it('finds only what holds every word', () => {
  expect(matches('SLOs by service', ['slo', 'serv'])).toBe(true)
  expect(matches('SLOs by service', ['slo', 'team'])).toBe(false)
})
