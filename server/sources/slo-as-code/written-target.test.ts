import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { findCatalogFiles } from './catalog-files.ts'
import { readCatalog } from './read-catalog.ts'
import { openSloText, pyrraText, slothText } from './testing/texts.ts'
import { rewriteTarget } from './written-target.ts'

const read = (text: string) => readCatalog([{ name: 'a.yaml', text }])

function rewritten(text: string, target: number, reason: string): string {
  const [written] = read(text).targets.values()
  if (written === undefined) throw new Error('The target is not found in the text')
  return rewriteTarget(text, written, target, reason)
}

describe.each([
  { format: 'OpenSLO in shares', text: openSloText({}), line: '    - target: 0.995 # Users notice' },
  {
    format: 'OpenSLO in percent',
    text: openSloText({ objective: 'targetPercent: 99   # as ever' }),
    line: '    - targetPercent: 99.5 # Users notice',
  },
  { format: 'Sloth', text: slothText({}), line: '    objective: 99.5 # Users notice' },
  { format: 'Pyrra', text: pyrraText({}), line: '  target: "99.5" # Users notice' },
])('$format', ({ text, line }) => {
  test('the target is changed where it stands, with the reason behind it, and nothing else is', () => {
    const lines = rewritten(text, 0.995, 'Users notice').split('\n')
    const changed = lines.filter((one, index) => one !== text.split('\n')[index])
    expect(changed).toEqual([line])
  })

  test('what was written is read again: the target and the reason', () => {
    const share = fc.integer({ min: 20_000_000, max: 999_999_999 }).map((ppb) => ppb / 1e9)
    const reason = fc.string({ unit: 'grapheme', maxLength: 30 }).map((words) => words.replaceAll('\0', ''))
    fc.assert(
      fc.property(share, reason, (target, why) => {
        const { catalog, mistakes, targets } = read(rewritten(text, target, why))
        expect(mistakes.filter(({ severity }) => severity === 'error')).toEqual([])
        expect(catalog.slos[0]?.target).toBe(target)
        const told = why.replaceAll(/\s+/g, ' ').trim()
        if (told !== '') expect([...targets.values()][0]?.reason).toBe(told)
      }),
    )
  })
})

test('inside brackets the target is changed and no comment breaks them', () => {
  const text = openSloText({}).replace('    - target: 0.99\n', '    - {target: 0.99, displayName: all}\n')
  expect(rewritten(text, 0.995, 'Users notice')).toBe(text.replace('0.99', '0.995'))
})

test('every explicit SLO of the examples has its target in a file', async () => {
  const { files } = await findCatalogFiles('examples/slo-as-code')
  const { catalog, targets } = readCatalog(files)
  const explicit = catalog.slos.filter(({ flavor }) => flavor === 'explicit')
  expect([...targets.keys()].toSorted()).toEqual(explicit.map(({ id }) => id))
})

test('a target that an alias repeats is not changed: it would change where nobody looks', () => {
  const text = openSloText({}).replace('target: 0.99', 'target: &most 0.99')
  expect(read(text).targets.size).toBe(0)
})
