import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'

import { lockDataFolder } from '../server/stores/sql/data-folder-lock.ts'
import { makeDataFolder } from '../server/testing/told-databases.ts'

// Many readings, or a process each, while other suites share the machine.
vi.setConfig({ testTimeout: 120_000 })

const folder = mkdtempSync(join(tmpdir(), 'catalog-'))
afterAll(() => rmSync(folder, { recursive: true }))

const EXAMPLES = 'examples/slo-as-code'
const WRONG = 'server/sources/slo-as-code/testing/wrong'

const run = (words: readonly string[], environment: Readonly<Record<string, string>>) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/catalog.ts', ...words], {
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: process.cwd(), ...environment },
  })
  return { status, stdout, stderr }
}
const catalog = (...words: readonly string[]) => run(words, {})
const catalogOn = (DATA_DIR: string, ...words: readonly string[]) => run(words, { DATA_DIR })

test('a folder without mistakes passes', () => {
  expect(catalog('check', EXAMPLES)).toMatchObject({
    status: 0,
    stdout:
      '8 files: 11 SLOs, 2 more by default, 6 services, 2 teams, 1 contractual SLA, 1 policy, 2 rotations; 0 errors, 0 warnings\n',
  })
})

test('errors fail the check, with a place that terminals and editors open', () => {
  const { status, stdout } = catalog('check', WRONG)
  expect(status).toBe(1)
  expect(stdout.split('\n')).toEqual([
    `${WRONG}/checkout.yaml:23:15 error spec.objectives[0].target is 99.9; it must be a share above 0 and at most 1`,
    '    99.9 looks like percent; as a share it is 0.999.',
    `${WRONG}/checkout.yaml:28:9 warning metadata.name is "Checkout Latency"; is called checkout-latency in addresses`,
    '    Names of lower-case letters, digits and single hyphens stay as they are; displayName takes any text.',
    `${WRONG}/checkout.yaml:40:1 error servcie is no field of the document`,
    '    Did you mean service?',
    '',
    '1 file: 1 SLO, 1 service, 1 team; 2 errors, 1 warning',
    '',
  ])
})

test('warnings alone pass', () => {
  const file = join(folder, 'warning.yaml')
  writeFileSync(file, 'apiVersion: apps/v1\nkind: Deployment\n')
  const { status, stdout } = catalog('check', file)
  expect(status).toBe(0)
  expect(stdout).toContain('0 errors, 1 warning')
})

test('an export is a bundle that changes nothing', () => {
  const bundle = join(folder, 'bundle.yaml')
  expect(catalog('export', EXAMPLES, '--out', bundle).status).toBe(0)
  expect(readFileSync(bundle, 'utf8')).toContain('apiVersion: openslo/v1\nkind: SLO\n')
  expect(catalog('diff', EXAMPLES, bundle)).toMatchObject({ status: 0, stdout: 'Nothing would change.\n' })
})

test('a new state with errors is not compared: what they keep out would look as if it were gone', () => {
  const { status, stdout, stderr } = catalog('diff', EXAMPLES, WRONG)
  expect(status).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toContain('mend them first')
})

test('the published JSON Schema is the one the code has', () => {
  const published = readFileSync('docs/schemas/sre-indicators-v1.json', 'utf8')
  expect(published, 'npm run catalog -- schema --out docs/schemas/sre-indicators-v1.json').toBe(
    catalog('schema').stdout,
  )
})

test.each([[[]], [['chekc', EXAMPLES]], [['check']], [['diff', EXAMPLES]], [['--nonsense']]])(
  '%j is answered with how it is used',
  (words) => {
    const { status, stderr } = catalog(...words)
    expect(status).toBe(2)
    expect(stderr).toContain('Usage: npm run catalog')
  },
)

test('a path that is not there is said to be so', () => {
  expect(catalog('check', join(folder, 'nowhere'))).toMatchObject({ status: 2, stdout: '' })
})

test('applying shows what will change, does it only when told to, and then has nothing left to do', async () => {
  const data = join(folder, 'data')
  await makeDataFolder(data)
  const shown = catalogOn(data, 'apply', EXAMPLES, '--dry-run')
  expect(shown).toMatchObject({ status: 0 })
  expect(shown.stdout).toContain('SLOs: 13 new\n')

  const unasked = catalogOn(data, 'apply', EXAMPLES)
  expect(unasked).toMatchObject({ status: 1, stdout: shown.stdout })
  expect(unasked.stderr).toContain('add --yes')

  const applied = catalogOn(data, 'apply', EXAMPLES, '--yes', '--author', 'Ada', '--reason', 'Agreed')
  expect(applied).toMatchObject({ status: 0, stdout: `${shown.stdout}Applied.\n` })
  expect(catalogOn(data, 'apply', EXAMPLES, '--yes')).toMatchObject({
    status: 0,
    stdout: 'Nothing would change.\n',
  })
})

test('a catalog with errors is not applied: what they keep out would be archived', () => {
  const { status, stderr } = catalogOn(join(folder, 'untouched'), 'apply', WRONG, '--yes')
  expect(status).toBe(1)
  expect(stderr).toContain('Nothing is applied')
  expect(existsSync(join(folder, 'untouched'))).toBe(false)
})

test('a folder that a running server holds is not applied to, and who holds it is told', () => {
  const data = join(folder, 'held')
  const lock = lockDataFolder(data)
  try {
    const { status, stderr } = catalogOn(data, 'apply', EXAMPLES, '--yes')
    expect(status).toBe(1)
    expect(stderr).toContain(`in use by process ${process.pid}`)
    expect(stderr).toContain('CATALOG_DIR')
  } finally {
    lock.release()
  }
})
