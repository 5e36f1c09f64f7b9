import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'

vi.setConfig({ testTimeout: 60_000 })

const folder = mkdtempSync(join(tmpdir(), 'sre-settings-'))
afterAll(() => rmSync(folder, { recursive: true }))

function settings(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/settings.ts', ...words], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

test('a file is checked before a server starts with it', () => {
  const file = join(folder, 'wrong.yaml')
  writeFileSync(file, 'server:\n  prot: 1\nstore: 7\n')
  const { status, stderr } = settings('check', file)
  expect(status).toBe(1)
  expect(stderr).toContain(`${file}:2:3 error server.prot`)
  expect(stderr).toContain(`${file}:3:8 error store is 7`)
  expect(settings('check', 'docs/sre-indicators.example.yaml')).toMatchObject({ status: 0 })
})

test('the published JSON Schema is the one the code has', () => {
  const path = 'docs/schemas/sre-indicators-config.json'
  expect(readFileSync(path, 'utf8'), `npm run settings -- schema ${path}`).toBe(settings('schema').stdout)
})

test.each([[[]], [['chekc']], [['check', 'a', 'b']]])('%j is answered with how it is used', (words) => {
  const { status, stderr } = settings(...words)
  expect(status).toBe(2)
  expect(stderr).toContain('Usage: npm run settings')
})
