import { expect, test } from 'vitest'

import { linksSettingsSchema } from './links-settings.ts'

const parse = (value: unknown) => linksSettingsSchema.safeParse(value).success

test('a link may name what is filled in, and is an address of the web', () => {
  const url = 'https://grafana.example/d/{service}?var-deployment={deployment}'
  expect(parse({ further: [{ name: 'Dashboard', url }], incident: 'http://10.0.0.1:8080/{id}' })).toBe(true)
  expect(parse({})).toBe(true)
})

test.each(['javascript:alert(1)', '//grafana.example', 'https://{service}.example/', 'ftp://x.example/', ''])(
  '%j is refused',
  (url) => {
    expect(parse({ further: [{ name: 'Dashboard', url }] })).toBe(false)
    expect(parse({ incident: url })).toBe(false)
  },
)
