import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import fc from 'fast-check'
import { afterAll, expect, test, vi } from 'vitest'

import { unifiedDiff } from './unified-diff.ts'

vi.setConfig({ testTimeout: 60_000 })

const folder = mkdtempSync(join(tmpdir(), 'sre-diff-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a changed line is shown between those around it', () => {
  const before = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', ''].join('\n')
  expect(unifiedDiff('slos/x.yaml', before, before.replace('e', 'E'))).toBe(
    [
      '--- a/slos/x.yaml',
      '+++ b/slos/x.yaml',
      '@@ -2,7 +2,7 @@',
      ' b',
      ' c',
      ' d',
      '-e',
      '+E',
      ' f',
      ' g',
      ' h',
      '',
    ].join('\n'),
  )
})

test('of nothing changed there is nothing to say', () => {
  expect(unifiedDiff('x.yaml', 'a\n', 'a\n')).toBe('')
})

const text = fc
  .tuple(fc.array(fc.constantFrom('a', 'b', '  c', '', '+', '-d', '@@'), { maxLength: 12 }), fc.boolean())
  .map(([lines, isEnded]) => (lines.length === 0 ? '' : lines.join('\n') + (isEnded ? '\n' : '')))
  .filter((one) => one !== '')

/** To start git costs more than all the rest, and it takes many files at once. */
const FILES_AT_ONCE = 12
const changed = fc.tuple(text, text).filter(([before, after]) => before !== after)
const changes = fc.array(changed, { minLength: FILES_AT_ONCE, maxLength: FILES_AT_ONCE })

test('git makes the one of the other with it', () => {
  const file = (at: number) => join(folder, `${at}.yaml`)
  fc.assert(
    fc.property(changes, (pairs) => {
      for (const [at, [before]] of pairs.entries()) writeFileSync(file(at), before)
      const patches = pairs.map(([before, after], at) => unifiedDiff(`${at}.yaml`, before, after))
      const { status, stderr } = spawnSync('git', ['apply', '--whitespace=nowarn', '-'], {
        cwd: folder,
        input: `Why it is changed\n\n${patches.join('')}`,
        encoding: 'utf8',
        // Whatever repository lies around the folder is none of its business.
        env: { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() },
      })
      expect(stderr).toBe('')
      expect(status).toBe(0)
      for (const [at, [, after]] of pairs.entries()) expect(readFileSync(file(at), 'utf8')).toBe(after)
    }),
    { numRuns: 60 / FILES_AT_ONCE },
  )
})
