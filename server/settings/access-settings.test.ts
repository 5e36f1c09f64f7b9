import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, describe, expect, test } from 'vitest'

import { readSettings, SettingsError } from './settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'sre-access-'))
afterAll(() => rmSync(folder, { recursive: true }))

const CONFIG = join(folder, 'sre.yaml')

function settings(text: string, environment: Readonly<Record<string, string>> = {}) {
  writeFileSync(CONFIG, text)
  return readSettings({ CONFIG, ...environment })
}

function mistakesOf(text: string, environment: Readonly<Record<string, string>> = {}): string {
  try {
    settings(text, environment)
  } catch (error) {
    if (error instanceof SettingsError) return error.mistakes.join('\n')
    throw error
  }
  return ''
}

const proxy = 'access: {proxy: {sharedSecretFromEnv: PROXY_SECRET}}\n'
const oidc =
  'access: {publicUrl: "https://sre.example", oidc: {issuer: "https://id.example", clientId: sre}}\n'
const secret = { PROXY_SECRET: 'hunter2' }

describe('a server that other machines can reach', () => {
  test.each(['0.0.0.0', '::', '10.0.0.1', 'sre.example', '127.0.0.1.example', '*'])(
    'does not start on %s while nobody has to say who they are, and names both ways out',
    (HOST) => {
      const mistake = mistakesOf('', { HOST })
      expect(mistake).toContain(HOST)
      expect(mistake).toContain('HOST=127.0.0.1')
      expect(mistake).toMatch(/access\.oidc or access\.proxy/)
    },
  )

  test('starts with either', () => {
    expect(settings(proxy, { ...secret, HOST: '0.0.0.0' }).access.proxy?.userHeader).toBe('x-forwarded-user')
    expect(settings(oidc, { HOST: '0.0.0.0' }).access.oidc?.sessionHours).toBe(12)
  })

  test('does not start with API tokens as all there is to say', () => {
    expect(mistakesOf('access: {people: {defaultRole: none}}\n', { HOST: '0.0.0.0' })).toContain(
      'access.oidc',
    )
  })
})

test.each(['127.0.0.1', '127.1.2.3', 'localhost', '::1', '[::1]'])('%s is this machine', (HOST) => {
  expect(mistakesOf('', { HOST })).toBe('')
})

describe('what is not safe or cannot work stops the start', () => {
  test.each([
    ['issuer over http', oidc.replace('https://id', 'http://id'), 'access.oidc.issuer'],
    ['public address over http', oidc.replace('https://sre', 'http://sre'), 'access.publicUrl'],
    ['no public address', oidc.replace('publicUrl: "https://sre.example", ', ''), 'access.publicUrl'],
    [
      'no openid among the scopes',
      oidc.replace('clientId: sre', 'clientId: sre, scopes: profile'),
      'access.oidc.scopes',
    ],
    ['a role nobody knows', 'access: {people: {roles: {boss: [x]}}}', 'access.people.roles.boss'],
    [
      'a session without end',
      oidc.replace('clientId: sre', 'clientId: sre, sessionHours: 9000'),
      'sessionHours',
    ],
    ['a secret that is not there', proxy, 'PROXY_SECRET'],
  ])('%s', (_, text, named) => {
    expect(mistakesOf(text)).toContain(named)
  })

  test('and a secret that stands where its name belongs is not repeated', () => {
    expect(mistakesOf('access: {proxy: {sharedSecretFromEnv: hunter2!}}')).not.toContain('hunter2')
  })

  test('but a provider on this machine may be tried out over http', () => {
    expect(mistakesOf(oidc.replaceAll(/https:\/\/\w+\.example/g, 'http://localhost:8080'))).toBe('')
  })
})
