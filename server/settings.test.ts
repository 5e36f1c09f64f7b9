import { expect, test } from 'vitest'

import { settingsFrom } from './settings.ts'

test('nothing needs to be set', () => {
  expect(settingsFrom({})).toEqual({
    port: 4180,
    host: '127.0.0.1',
    seed: undefined,
    serviceCount: undefined,
    store: null,
    startsEmpty: false,
  })
})

test('what is set counts', () => {
  const environment = { PORT: '8080', HOST: '0.0.0.0', SEED: '7', SERVICES: '1000' }
  expect(settingsFrom(environment)).toMatchObject({
    port: 8080,
    host: '0.0.0.0',
    seed: 7,
    serviceCount: 1000,
  })
})

test.each([
  ['PORT', 'http'],
  ['PORT', '65536'],
  ['PORT', '80.5'],
  ['SEED', '-1'],
  ['SERVICES', '0'],
])('%s=%s stops the start and is named', (name, value) => {
  expect(() => settingsFrom({ [name]: value })).toThrow(`${name} is "${value}"`)
})

test('data are kept where a place is named', () => {
  expect(settingsFrom({ DATA_DIR: 'data' }).store).toEqual({ dataFolder: 'data' })
  const databaseUrl = 'postgres://ada@db/sre'
  expect(settingsFrom({ DATABASE_URL: databaseUrl }, ['--empty'])).toMatchObject({
    store: { databaseUrl },
    startsEmpty: true,
  })
})

test('a place that is none stops the start, and a password in it is not repeated', () => {
  expect(() => settingsFrom({ DATABASE_URL: 'mysql://ada:secret@db' })).toThrow(/^(?!.*secret).*postgres:/)
  expect(() => settingsFrom({ DATABASE_URL: 'postgres://db', DATA_DIR: 'data' })).toThrow('both set')
  expect(() => settingsFrom({}, ['--empty'])).toThrow('--empty needs a place')
  expect(() => settingsFrom({}, ['--emtpy'])).toThrow('"--emtpy" is not known')
})
