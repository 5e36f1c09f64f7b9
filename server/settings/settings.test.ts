import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

import { settingsJsonSchema } from './settings-schema.ts'
import { readSettings, SettingsError, type Settings } from './settings.ts'
import { usualLimits } from './store-settings.ts'
import type { Environment } from './variable.ts'

const folder = mkdtempSync(join(tmpdir(), 'sre-settings-'))
afterAll(() => rmSync(folder, { recursive: true }))

const CONFIG = join(folder, 'sre.yaml')
const nothingSet = { CONFIG: join(folder, 'empty.yaml') }
writeFileSync(nothingSet.CONFIG, '# nothing\n')

function settings(text: string, environment: Environment = {}): Settings {
  writeFileSync(CONFIG, text)
  return readSettings({ CONFIG, ...environment })
}

function mistakesOf(read: () => unknown): readonly string[] {
  try {
    read()
  } catch (error) {
    if (error instanceof SettingsError)
      return error.mistakes.map((mistake) => mistake.replace(CONFIG, 'sre.yaml'))
    throw error
  }
  throw new Error('There is no mistake')
}

test('nothing needs to be set', () => {
  expect(readSettings(nothingSet)).toMatchObject({
    server: { port: 4180, host: '127.0.0.1', log: { level: 'info', format: 'auto' } },
    simulation: {},
    storePlace: { dataFolder: 'data' },
    startsEmpty: false,
  })
})

describe('the environment', () => {
  test('what is set counts', () => {
    const environment = { PORT: '8080', HOST: '::1', SEED: '7', SERVICES: '1000', LOG_LEVEL: 'warn' }
    expect(readSettings({ ...nothingSet, ...environment })).toMatchObject({
      server: { port: 8080, host: '::1', log: { level: 'warn' } },
      simulation: { seed: 7, services: 1000 },
    })
  })

  test.each([
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['PORT', '0x50'],
    ['SEED', '-1'],
    ['SERVICES', '0'],
    ['LOG_FORMAT', 'xml'],
  ])('%s=%s stops the start and is named', (name, value) => {
    const mistakes = mistakesOf(() => readSettings({ ...nothingSet, [name]: value }))
    expect(mistakes).toEqual([expect.stringContaining(`${name} is "${value}"; it must be `)])
  })

  test('data are kept where a place is named, in a folder where none is, and nowhere when asked for', () => {
    expect(readSettings({ ...nothingSet, STORE: 'memory' }).storePlace).toBeNull()
    expect(settings('store: {dataFolder: kept}', { STORE: 'memory' }).storePlace).toBeNull()
    expect(settings('store: {mode: memory}', { DATA_DIR: 'data' }).storePlace).toEqual({ dataFolder: 'data' })
    expect(readSettings({ ...nothingSet, DATA_DIR: 'data' }).storePlace).toEqual({ dataFolder: 'data' })
    const databaseUrl = 'postgres://ada@db/sre'
    expect(readSettings({ ...nothingSet, DATABASE_URL: databaseUrl }, ['--empty'])).toMatchObject({
      storePlace: { databaseUrl },
      startsEmpty: true,
    })
  })

  test('a place that is none stops the start, and a password in it is not repeated', () => {
    const wrong = (environment: Environment, words: readonly string[] = []) =>
      mistakesOf(() => readSettings({ ...nothingSet, ...environment }, words)).join('\n')
    expect(wrong({ DATABASE_URL: 'mysql://ada:secret@db' })).toMatch(/^(?!.*secret).*postgres:/)
    expect(wrong({ DATABASE_URL: 'postgres://db', DATA_DIR: 'data' })).toContain('one place only')
    expect(wrong({ STORE: 'memory' }, ['--empty'])).toContain('with STORE=memory there is none')
    expect(wrong({ STORE: 'memory', DATA_DIR: 'data' })).toContain('nothing is kept in memory')
    expect(wrong({ STORE: 'disk' })).toContain('STORE is "disk"')
    expect(wrong({}, ['--emtpy'])).toContain('"--emtpy" is not known')
  })
})

test('the address of an engine is checked, and a password in it is not repeated', () => {
  const PROMETHEUS_URL = 'https://ada:secret@prometheus.example/prometheus'
  const { collector, secret } = readSettings({ ...nothingSet, PROMETHEUS_URL })
  expect(collector.prometheusUrlFromEnv).toBe('PROMETHEUS_URL')
  expect(JSON.stringify(collector)).not.toContain('secret')
  expect(secret('PROMETHEUS_URL')).toBe(PROMETHEUS_URL)
  const wrong = () => readSettings({ ...nothingSet, PROMETHEUS_URL: 'ada:secret@prometheus:9090' })
  expect(mistakesOf(wrong)).toEqual([
    expect.stringMatching(/^PROMETHEUS_URL must be an address such as http:/),
  ])
})

test('a source has a whole address, and its secrets must be there', () => {
  const text =
    'collector:\n  sources:\n    main:\n      url: prometheus:9090\n      bearerTokenFromEnv: TOKEN\n'
  const mistakes = mistakesOf(() => settings(text)).join('\n')
  expect(mistakes).toContain('sre.yaml:4:12 error collector.sources.main.url')
  expect(mistakes).toContain('the environment has no TOKEN')
})

describe('the file', () => {
  test('says what the environment does not', () => {
    const text = 'server: {port: 5000, host: 127.0.0.2}\nstore: {dataFolder: kept}\n'
    expect(settings(text, { PORT: '6000' })).toMatchObject({
      server: { port: 6000, host: '127.0.0.2' },
      storePlace: { dataFolder: 'kept' },
    })
  })

  test('says how long a request waits for PostgreSQL, within reason', () => {
    const environment = { DATABASE_URL: 'postgres://db/sre' }
    const text = 'store: {queryTimeoutSeconds: 120, connectTimeoutSeconds: 10}\n'
    expect(settings(text, environment).storePlace).toMatchObject({
      limits: { queryTimeoutSeconds: 120, connectTimeoutSeconds: 10 },
    })
    const wrong = () =>
      settings('store:\n  queryTimeoutSeconds: 0\n  connectTimeoutSeconds: 5m\n', environment)
    expect(mistakesOf(wrong)).toEqual([
      expect.stringMatching(/^sre.yaml:2:\d+ error store.queryTimeoutSeconds is 0; it must be at least 1$/),
      expect.stringMatching(/^sre.yaml:3:\d+ error store.connectTimeoutSeconds is "5m"; .*from 1 to 60/),
    ])
  })

  test('gives way where the environment names another place for the data', () => {
    const DATABASE_URL = 'postgres://db/sre'
    expect(settings('store: {dataFolder: kept}', { DATABASE_URL }).storePlace).toEqual({
      databaseUrl: DATABASE_URL,
      limits: usualLimits,
    })
    expect(settings('store: {databaseUrlFromEnv: DB}', { DB: 'x', DATA_DIR: 'data' }).storePlace).toEqual({
      dataFolder: 'data',
    })
  })

  test('names secrets by their variable, which must be there', () => {
    const text = 'store:\n  databaseUrlFromEnv: DB\n'
    expect(settings(text, { DB: 'postgres://db/sre' }).storePlace).toEqual({
      databaseUrl: 'postgres://db/sre',
      limits: usualLimits,
    })
    expect(mistakesOf(() => settings(text))).toEqual([
      'sre.yaml:2:23 error store.databaseUrlFromEnv: the environment has no DB',
    ])
    expect(mistakesOf(() => settings(text, { DB: 'mysql://db' }))).toEqual([
      expect.stringMatching(/^sre\.yaml:2:23 error .*DB must look like postgres:/),
    ])
  })

  test('a secret written where its name belongs is refused and not repeated', () => {
    const secret = 'postgres://ada:hunter2@db/sre'
    const [mistake, ...more] = mistakesOf(() => settings(`store:\n  databaseUrlFromEnv: ${secret}\n`))
    expect(mistake).toMatch(/^sre\.yaml:2:23 .*name of an environment variable/)
    expect(mistake).not.toContain('hunter2')
    expect(more).toEqual([])
    expect(mistakesOf(() => settings(`store: {databaseUrl: '${secret}'}`)).join()).not.toContain('hunter2')
  })

  test('every mistake is told at once, each with its place and what would be right', () => {
    const text = [
      'server:',
      '  prot: 8080',
      '  log:',
      '    level: loud',
      'store:',
      '  dataFolder: 7',
      'simulatoin: {}',
      '',
    ].join('\n')
    const mistakes = mistakesOf(() => settings(text, { SEED: 'x' }))
    expect(mistakes.map((mistake) => mistake.split('\n')[0])).toEqual([
      'sre.yaml:2:3 error server.prot is no field of server',
      'sre.yaml:4:12 error server.log.level is "loud"; it must be debug or info or warn or error',
      'sre.yaml:6:15 error store.dataFolder is 7; it must be a folder such as data',
      'sre.yaml:7:1 error simulatoin is no field of the document',
      'SEED is "x"; it must be a whole number from 0 to 4294967295',
    ])
    expect(mistakes[0]).toContain('Did you mean port?')
    expect(mistakes[3]).toContain('Did you mean simulation?')
  })

  test('what contradicts itself is told once', () => {
    const text = 'store:\n  databaseUrlFromEnv: DB\n  dataFolder: kept\n'
    expect(mistakesOf(() => settings(text, { DB: 'postgres://db' }))).toEqual([
      expect.stringMatching(/^sre\.yaml:3:15 error store\.dataFolder .*one place only$/),
    ])
  })

  test.each([
    ['server: [1\n', 'is no YAML'],
    ['server: {port: 1}\n---\nserver: {port: 2}\n', 'one document'],
    ['- 1\n', 'a mapping'],
  ])('%j is refused', (text, words) => {
    expect(mistakesOf(() => settings(text)).join()).toContain(words)
  })

  test('one that CONFIG names must be there; the default one need not', () => {
    const missing = join(folder, 'missing.yaml')
    expect(mistakesOf(() => readSettings({ CONFIG: missing }))).toEqual([
      `CONFIG names ${missing}: there is no such file`,
    ])
  })
})

test('the commented example is right as it stands, and shows every setting with its default', () => {
  const environment = { CONFIG: 'docs/sre-indicators.example.yaml', DATABASE_URL: 'postgres://db/sre' }
  const example = readSettings(environment)
  expect(example.server).toEqual(readSettings(nothingSet).server)
  const text = readFileSync(environment.CONFIG, 'utf8')
  const names = [...fieldNames(settingsJsonSchema())]
  expect(names.length).toBeGreaterThan(5)
  expect(names.filter((name) => !new RegExp(`^[ #-]*${name}:`, 'm').test(text))).toEqual([])
})

function* fieldNames(schema: unknown): Generator<string> {
  if (typeof schema !== 'object' || schema === null) return
  const fields = 'properties' in schema && typeof schema.properties === 'object' ? schema.properties : null
  if (fields) yield* Object.keys(fields)
  for (const inside of Object.values(fields ?? schema)) yield* fieldNames(inside)
}
