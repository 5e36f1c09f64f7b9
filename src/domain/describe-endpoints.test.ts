import { describe, expect, it } from 'vitest'

import { describeLeastAvailable, describeSlowest } from './describe-endpoints.ts'
import type { EndpointFigures } from './endpoint-figures.ts'

/** Plain spaces are easier to read and write here. */
const plain = (sentence: string) => sentence.replaceAll(/[\u202f\u00a0]/g, ' ')

const row = (name: string, figures: Partial<EndpointFigures>) => ({
  name,
  periodName: 'P1',
  deployment: 'Prod-us',
  figures: {
    requests: 1000,
    failures: 0,
    timedRequests: 0,
    latencySumMs: 0,
    latencyMaxMs: null,
    latency: null,
    ...figures,
  },
})

const user = row('GET /user of Service 3', { failures: 120 })
const affil = row('GET /affil of Service 2', { failures: 90 })
const rare = row('PUT /lang of Service 1', { requests: 2, failures: 1 })
const silent = row('silent', { requests: 0 })

describe('the least available endpoint, in a sentence', () => {
  it.each([
    ['No endpoint is in view.', []],
    ['No endpoint in view had a request.', [silent]],
    [
      'GET /user of Service 3 in Prod-us was the least available endpoint: 88.0 % in P1.',
      [silent, affil, user],
    ],
    [
      'PUT /lang of Service 1 in Prod-us was the least available endpoint: 50.0 % in P1, of only 2 requests. Of those with more traffic it was GET /user of Service 3 in Prod-us: 88.0 % in P1.',
      [affil, user, rare],
    ],
    [
      'PUT /lang of Service 1 in Prod-us was the least available endpoint: 50.0 % in P1, of only 2 requests.',
      [rare, silent],
    ],
    [
      'one in Prod-us was the least available endpoint: 99.9999 % in P1.',
      [row('one', { requests: 1_000_000, failures: 1 })],
    ],
    ['all in Prod-us was the least available endpoint: 100 % in P1.', [row('all', {})]],
  ])('%s', (sentence, rows) => {
    expect(plain(describeLeastAvailable(rows))).toBe(sentence)
  })
})

describe('the slowest endpoint, in a sentence', () => {
  const slow = (name: string, averageMs: number, latencyMaxMs: number | null, requests = 1000) =>
    row(name, { requests, timedRequests: requests, latencySumMs: averageMs * requests, latencyMaxMs })

  it.each([
    ['No endpoint is in view.', []],
    ['No endpoint in view had its requests timed.', [user]],
    [
      'GET /user of Service 3 in Prod-us was the slowest endpoint: 30 s on average and 90 s at most in P1.',
      [slow('b', 20_000, 30_000), user, slow('GET /user of Service 3', 30_000, 90_000)],
    ],
    ['a in Prod-us was the slowest endpoint: 85 ms on average in P1.', [slow('a', 84.5, null)]],
    [
      'rare in Prod-us was the slowest endpoint: 40 s on average and 41 s at most in P1, of only 1 request. Of those with more traffic it was b in Prod-us: 20 s on average and 30 s at most in P1.',
      [slow('b', 20_000, 30_000), slow('rare', 40_000, 41_000, 1)],
    ],
  ])('%s', (sentence, rows) => {
    expect(plain(describeSlowest(rows))).toBe(sentence)
  })
})
