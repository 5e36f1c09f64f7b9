import * as fc from 'fast-check'

import {
  conditionKinds,
  consequenceKinds,
  policyStates,
  type PolicyClause,
} from '../../../../src/domain/policy.ts'
import { weekdays, type CodedPolicy, type CodedRotation, type SloCatalog } from '../slo-catalog.ts'
import { slug, someOf, text } from './generated-names.ts'

type Owners = Pick<SloCatalog, 'teams' | 'deployments' | 'services'>

const someText = text.filter((one) => one !== '')
const span = fc.constantFrom('24h', '7d', '2w')
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
const uniquely = { selector: ({ slug: one }: Readonly<{ slug: string }>) => one, maxLength: 2 }

const percent = fc.integer({ min: 1, max: 1000 }).map((tenths) => tenths / 10)

const condition: fc.Arbitrary<PolicyClause['condition']> = fc
  .record({
    kind: fc.constantFrom(...conditionKinds),
    depletedPercent: percent,
    within: span,
    budget: fc.constantFrom('slo', 'sla'),
    slis: fc.subarray(['availability', 'latency']),
    description: someText,
  })
  .map((made): PolicyClause['condition'] =>
    made.kind === 'other'
      ? { ...made, depletedPercent: null, within: null, budget: 'slo', slis: [] }
      : { ...made, within: made.kind === 'depleted-within' ? made.within : null },
  )

const consequence: fc.Arbitrary<PolicyClause['consequences'][number]> = fc.record({
  kind: fc.constantFrom(...consequenceKinds),
  description: text,
  execution: fc.constantFrom('automated', 'semi-automated', 'manual'),
  within: orNull(span),
  engineersPercent: orNull(percent),
})

const clause: fc.Arbitrary<PolicyClause> = fc
  .record({
    name: slug,
    condition,
    trigger: fc.constantFrom('automatic', 'manual'),
    consequences: fc.array(consequence, { minLength: 1, maxLength: 2 }),
  })
  .map((made) => ({ ...made, trigger: made.condition.kind === 'other' ? 'manual' : made.trigger }))

export function policiesOf(owners: Owners): fc.Arbitrary<readonly CodedPolicy[]> {
  const terms: fc.Arbitrary<CodedPolicy> = fc.record({
    ...scopeOf(owners),
    purpose: someText,
    state: fc.constantFrom(...policyStates),
    enactedOn: fc.constantFrom('2026-01-05', '2025-12-31'),
    visibility: fc.constantFrom('public', 'team'),
    clauses: fc.uniqueArray(clause, { selector: ({ name }) => name, minLength: 1, maxLength: 2 }),
    escalation: fc.array(someText, { minLength: 1, maxLength: 2 }),
    agreedBy: fc.array(someText, { maxLength: 2 }),
    nextReview: orNull(fc.record({ on: orNull(fc.constant('2026-03-01')), orAfter: orNull(someText) })),
    silverBulletsPerYear: orNull(fc.integer({ min: 0, max: 5 })),
    thawTax: orNull(fc.constantFrom(0, 0.5, 2)),
    parts: fc.array(fc.record({ title: someText, text: someText }), { maxLength: 2 }),
  })
  const policy = fc
    .tuple(terms, fc.boolean())
    .map(([made, isDated]): CodedPolicy =>
      made.state === 'retired' && isDated ? { ...made, retiredOn: '2026-02-28' } : made,
    )
  return fc.uniqueArray(policy, uniquely)
}

export function rotationsOf(owners: Owners): fc.Arbitrary<readonly CodedRotation[]> {
  const shift = fc.record({
    weekdays: fc.subarray([...weekdays], { minLength: 1 }),
    from: fc.constantFrom('00:00', '08:00', '19:30'),
    to: fc.constantFrom('24:00', '07:00'),
  })
  const rotation: fc.Arbitrary<CodedRotation> = fc.record({
    ...scopeOf(owners),
    deployments: someOf(owners.deployments.map((one) => one.slug)),
    timeZone: fc.constantFrom('UTC', 'Europe/Berlin'),
    shifts: fc.array(shift, { minLength: 1, maxLength: 3 }),
    primaryPeople: fc.integer({ min: 1, max: 9 }),
    backupPeople: fc.integer({ min: 0, max: 9 }),
    sharedPeople: fc.constantFrom(null, 0, 1),
  })
  return fc.uniqueArray(rotation, uniquely)
}

function scopeOf({ teams, services }: Owners) {
  return {
    slug,
    name: text,
    description: text,
    team: fc.constantFrom(...teams.map((team) => team.slug)),
    services: someOf(services.map((service) => service.slug)),
  }
}
