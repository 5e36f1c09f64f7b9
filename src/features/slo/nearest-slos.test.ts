import { expect, test } from 'vitest'

import type { Slo } from '../../contract/catalog.ts'
import { nearestSlos } from './nearest-slos.ts'

function sloOf(sli: string, slug: string, deployments: string[]): Slo {
  return {
    id: `payment-gateway.${sli}.${slug}`,
    slug,
    team: 'payments',
    service: 'payment-gateway',
    sli,
    endpoint: { slug, service: 'payment-gateway', verb: 'POST', path: `/${slug}` },
    target: 0.999,
    thresholdMs: null,
    flavor: 'explicit',
    priority: 1,
    deployments,
    versions: [],
    slaTarget: null,
  }
}

test('of a mistyped SLO the nearest is the same indicator in the same deployment with the most alike name', () => {
  const slos = [
    sloOf('latency', 'post-charge', ['prod-eu']),
    sloOf('availability', 'post-capture', ['prod-eu']),
    sloOf('availability', 'post-charge', ['prod-us']),
    sloOf('availability', 'get-charge', ['prod-eu']),
  ]
  const near = nearestSlos(slos, { sli: 'availability', slo: 'get-chrge', deployment: 'prod-eu' })
  expect(near.map(({ sli, slug }) => `${sli} ${slug}`)).toEqual([
    'availability get-charge',
    'availability post-capture',
    'availability post-charge',
    'latency post-charge',
  ])
})
