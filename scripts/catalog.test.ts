import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

import { lockDataFolder } from '../server/stores/sql/data-folder-lock.ts'
import { makeDatabase } from '../server/testing/told-databases.ts'
import { catalogCommand } from './catalog-command.ts'
import { heardTerminal } from './testing/heard-terminal.ts'

const folder = mkdtempSync(join(tmpdir(), 'catalog-'))
afterAll(() => rmSync(folder, { recursive: true }))

const EXAMPLES = 'examples/slo-as-code'
const WRONG = 'server/sources/slo-as-code/testing/wrong'

/** In this process, as long as it is not the process that matters. */
async function run(words: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const { terminal, heard } = heardTerminal(environment)
  const status = await catalogCommand(words, terminal)
  return { status, ...heard }
}
const catalog = (...words: readonly string[]) => run(words)

function started(words: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/catalog.ts', ...words], {
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: process.cwd(), ...environment },
  })
  return { status, stdout, stderr }
}

test('a folder without mistakes passes', async () => {
  expect(await catalog('check', EXAMPLES)).toMatchObject({
    status: 0,
    stdout:
      '8 files: 11 SLOs, 2 more by default, 6 services, 2 teams, 1 contractual SLA, 1 policy, 2 rotations; 0 errors, 0 warnings\n',
  })
})

test('errors fail the check, with a place that terminals and editors open', () => {
  const { status, stdout } = started(['check', WRONG])
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

test('warnings alone pass', async () => {
  const file = join(folder, 'warning.yaml')
  writeFileSync(file, 'apiVersion: apps/v1\nkind: Deployment\n')
  const { status, stdout } = await catalog('check', file)
  expect(status).toBe(0)
  expect(stdout).toContain('0 errors, 1 warning')
})

test('an export is a bundle that changes nothing', async () => {
  const bundle = join(folder, 'bundle.yaml')
  expect(await catalog('export', EXAMPLES, '--out', bundle)).toMatchObject({ status: 0 })
  expect(readFileSync(bundle, 'utf8')).toContain('apiVersion: openslo/v1\nkind: SLO\n')
  expect(await catalog('diff', EXAMPLES, bundle)).toMatchObject({
    status: 0,
    stdout: 'Nothing would change.\n',
  })
})

test('a new state with errors is not compared: what they keep out would look as if it were gone', async () => {
  const { status, stdout, stderr } = await catalog('diff', EXAMPLES, WRONG)
  expect(status).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toContain('mend them first')
})

test('the published JSON Schema is the one the code has', async () => {
  const published = readFileSync('docs/schemas/sre-indicators-v1.json', 'utf8')
  expect(published, 'npm run catalog -- schema --out docs/schemas/sre-indicators-v1.json').toBe(
    (await catalog('schema')).stdout,
  )
})

const USED = { status: 2, stdout: '', stderr: expect.stringContaining('Usage: npm run catalog') }
test.each([
  [[]],
  [['chekc', EXAMPLES]],
  [['check']],
  [['check', EXAMPLES, EXAMPLES]],
  [['diff', EXAMPLES]],
  [['schema', EXAMPLES]],
])('%j is answered with how it is used', async (words) => {
  expect(await run(words)).toEqual(USED)
})

test('an option that there is not is answered so by the process itself', () => {
  expect(started(['--nonsense'])).toEqual(USED)
})

test('a path that is not there is said to be so', async () => {
  const nowhere = join(folder, 'nowhere')
  const stderr = expect.stringContaining(`${nowhere} cannot be read`)
  expect(await catalog('check', nowhere)).toEqual({ status: 2, stdout: '', stderr })
})

test('applying shows what will change, does it only when told to, and then has nothing left to do', async () => {
  const { url: DATABASE_URL, drop } = await makeDatabase()
  const apply = (...words: readonly string[]) => run(['apply', EXAMPLES, ...words], { DATABASE_URL })
  try {
    const shown = await apply('--dry-run')
    expect(shown).toMatchObject({ status: 0 })
    expect(shown.stdout).toContain('SLOs: 13 new\n')

    const unasked = started(['apply', EXAMPLES], { DATABASE_URL })
    expect(unasked).toMatchObject({ status: 1, stdout: shown.stdout })
    expect(unasked.stderr).toContain('add --yes')

    const applied = await apply('--yes', '--author', 'Ada', '--reason', 'Agreed')
    expect(applied).toMatchObject({ status: 0, stdout: `${shown.stdout}Applied.\n` })
    expect(await apply('--yes')).toMatchObject({ status: 0, stdout: 'Nothing would change.\n' })
  } finally {
    await drop()
  }
})

test('a catalog with errors is not applied: what they keep out would be archived', async () => {
  const DATA_DIR = join(folder, 'untouched')
  const { status, stderr } = await run(['apply', WRONG, '--yes'], { DATA_DIR })
  expect(status).toBe(1)
  expect(stderr).toContain('Nothing is applied')
  expect(existsSync(DATA_DIR)).toBe(false)
})

test('a folder that a running server holds is not applied to, and who holds it is told', async () => {
  const DATA_DIR = join(folder, 'held')
  const lock = lockDataFolder(DATA_DIR)
  try {
    const { status, stderr } = await run(['apply', EXAMPLES, '--yes'], { DATA_DIR })
    expect(status).toBe(1)
    expect(stderr).toContain(`in use by process ${process.pid}`)
    expect(stderr).toContain('CATALOG_DIR')
  } finally {
    lock.release()
  }
})
