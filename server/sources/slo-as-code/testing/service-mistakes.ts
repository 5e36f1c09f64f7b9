import type { Case } from './mistake-case.ts'
import { openSloText, ownText } from './texts.ts'

const service = (spec: string, name = 'this-one') => ownText('Service', spec).replace('this-one', name)
const beside = (...texts: readonly string[]) =>
  [openSloText({}), service('description: A shop', 'shop'), ...texts].join('---\n')

/** Services of our own kind. */
export const serviceMistakes: readonly Case[] = [
  {
    what: 'parts of what is made of none',
    text: beside(service('parts: ▸[shop]')),
    rule: 'contradiction',
    field: 'spec.parts',
    says: 'level: logical',
  },
  {
    what: 'a planned service that runs',
    text: beside(service('stage: planned\n  deployments: ▸[production]')),
    rule: 'contradiction',
    field: 'spec.deployments',
    says: 'plannedDeployments',
  },
  {
    what: 'a day to go live for what is live',
    text: beside(service('liveFrom: ▸"2027-01-01"')),
    rule: 'contradiction',
    field: 'spec.liveFrom',
  },
  {
    what: 'hosting of an aggregate',
    text: beside(service('level: logical\n  hosting: ▸Somewhere')),
    rule: 'contradiction',
    field: 'spec.hosting',
  },
  {
    what: 'a part that is no service',
    text: beside(service('level: logical\n  parts: [▸shoop]')),
    rule: 'unresolved-reference',
    field: 'spec.parts[0]',
    hint: 'shop',
  },
  {
    what: 'a part of two services',
    text: beside(
      service('level: logical\n  parts: [shop]', 'first'),
      service('level: logical\n  parts: [▸shop]', 'second'),
    ),
    rule: 'contradiction',
    field: 'spec.parts[0]',
    says: 'a part of first already',
  },
  {
    what: 'a service that is its own part',
    text: beside(service('level: business\n  parts: [▸whole]', 'whole')),
    rule: 'contradiction',
    field: 'spec.parts[0]',
  },
  {
    what: 'a service made of itself by way of another',
    text: beside(
      service('level: business\n  parts: ▸[upper]', 'lower'),
      service('level: business\n  parts: [lower]', 'upper'),
    ),
    rule: 'contradiction',
    field: 'spec.parts',
    says: 'part of itself',
  },
  {
    what: 'a stage nobody knows',
    text: beside(service('stage: ▸dead')),
    rule: 'wrong-value',
    field: 'spec.stage',
  },
]
