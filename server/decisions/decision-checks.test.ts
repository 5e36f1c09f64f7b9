import { expect, test } from 'vitest'

import type { ServiceProfile } from '../../src/contract/service-profile.ts'
import { catalogIndex } from '../catalog-index.ts'
import { tinyCatalog } from '../testing/tiny-organization.ts'
import { ownerOf } from './decision-checks.ts'

const planned: ServiceProfile = {
  slug: 'gift-cards',
  name: 'Gift cards',
  team: 'finding',
  description: '',
  level: 'technical',
  stage: 'planned',
  liveFrom: null,
  product: null,
  deployments: [],
  plannedDeployments: ['north'],
  hosting: null,
  parts: [],
  dependencies: null,
  consumes: null,
  produces: null,
  links: [],
}
const index = catalogIndex({ ...tinyCatalog, profiles: [planned] })
const nothing = { team: null, service: null, deployment: null, slo: null, sla: null }

test.each([
  ['the team it names, whatever it is about', { team: 'buying', service: 'search' }, 'buying'],
  ['the team of its service', { service: 'cart' }, 'buying'],
  ['the team of its service, planned ones too', { service: 'gift-cards' }, 'finding'],
  ['the team of its SLO', { slo: 'search.latency.find' }, 'finding'],
  ['nobody where it is the organization’s', {}, null],
  ['nobody where its service is not known', { service: 'crat' }, null],
])('a decision belongs to %s', (_, subject, owner) => {
  expect(ownerOf({ ...nothing, ...subject }, index)).toBe(owner)
})
