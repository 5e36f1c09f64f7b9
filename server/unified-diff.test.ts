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

test('git makes the one of the other with it', () => {
  const file = join(folder, 'x.yaml')
  fc.assert(
    fc.property(text, text, (before, after) => {
      fc.pre(before !== after)
      writeFileSync(file, before)
      const { status, stderr } = spawnSync('git', ['apply', '--whitespace=nowarn', '-'], {
        cwd: folder,
        input: `Why it is changed\n\n${unifiedDiff('x.yaml', before, after)}`,
        encoding: 'utf8',
        // Whatever repository lies around the folder is none of its business.
        env: { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() },
      })
      expect(stderr).toBe('')
      expect(status).toBe(0)
      expect(readFileSync(file, 'utf8')).toBe(after)
    }),
    { numRuns: 60 },
  )
})
