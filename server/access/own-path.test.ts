import fc from 'fast-check'
import { expect, test } from 'vitest'

import { addressText } from '../testing/garbage.ts'
import { ownPath } from './own-path.ts'

const APP = 'https://sre.example'
const anyUrl = fc
  .tuple(fc.constantFrom('http', 'https'), fc.domain(), addressText)
  .map(([scheme, host, rest]) => `${scheme}://${host}/${rest}`)

test('wherever it leads, it leads to a page of this app', () => {
  const tricky = fc.array(
    fc.constantFrom('/', '\\', '.', ':', '@', '%2f', '%5c', '\t', '\n', '?', '#', 'evil.example', 'http'),
    {
      maxLength: 12,
    },
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        anyUrl,
        tricky.map((parts) => parts.join('')),
      ),
      (path) => {
        const landed = new URL(ownPath(path), APP)
        expect(landed.origin).toBe(APP)
        expect(landed.pathname).not.toMatch(/^\/(?:api|auth|sign-in)(?:\/|$)/)
      },
    ),
    { numRuns: 1_000 },
  )
})

test.each([
  '/',
  '/on-call',
  '/slo/buying/eu/cart?scale=day&q=a%2Fb#now',
  '/explore//x',
  '/apiary',
  '/a/../b',
])('%s is gone to as it stands', (path) => {
  const { pathname, search, hash } = new URL(path, APP)
  expect(ownPath(path)).toBe(`${pathname}${search}${hash}`)
})

test.each([
  undefined,
  null,
  '',
  'on-call',
  '//evil.example',
  '/a\\b',
  '/sign-in?to=/',
  '/x/../auth/sign-in',
  '/x'.repeat(1_001),
])('%j leads to the start', (path) => {
  expect(ownPath(path)).toBe('/')
})
