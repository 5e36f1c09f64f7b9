import { expect, test } from 'vitest'

import { settingsFrom } from './settings.ts'

test('nothing needs to be set', () => {
  expect(settingsFrom({})).toEqual({
    port: 4180,
    host: '127.0.0.1',
    seed: undefined,
    serviceCount: undefined,
  })
})

test('what is set counts', () => {
  const environment = { PORT: '8080', HOST: '0.0.0.0', SEED: '7', SERVICES: '1000' }
  expect(settingsFrom(environment)).toEqual({ port: 8080, host: '0.0.0.0', seed: 7, serviceCount: 1000 })
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
