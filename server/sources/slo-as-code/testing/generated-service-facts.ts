import * as fc from 'fast-check'

import { serviceLevels, serviceStages } from '../../../../src/domain/service-catalog.ts'
import type { CodedService, ServiceFacts } from '../slo-catalog.ts'
import { text } from './generated-names.ts'

const someText = text.filter((one) => one !== '')
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
const texts = orNull(fc.array(someText, { maxLength: 2 }))

/** Some of the services with what a Service of ours says, as reading makes it: nothing that contradicts itself. */
export function withFacts(services: readonly CodedService[]): fc.Arbitrary<readonly CodedService[]> {
  const slugs = services.map(({ slug }) => slug).toSorted()
  const facts = fc.record<ServiceFacts>({
    level: fc.constantFrom(...serviceLevels),
    stage: fc.constantFrom(...serviceStages),
    liveFrom: orNull(fc.constant('2027-03-01')),
    product: orNull(someText),
    plannedDeployments: fc.subarray(['prod-au', 'prod-br']),
    hosting: orNull(someText),
    parts: fc.constant([]),
    dependencies: orNull(fc.subarray(slugs)),
    consumes: texts,
    produces: texts,
    links: fc.array(fc.record({ title: someText, url: fc.constant('https://wiki.example/a') }), {
      maxLength: 2,
    }),
  })
  const all = fc.tuple(...services.map(() => orNull(facts)))
  return all.map((said) =>
    services.map((service, at) => {
      const own = said[at] ?? null
      // The first one is made of the last, so that parts are there and never a circle.
      const last = services.at(-1)
      const parts =
        at === 0 && own?.level !== 'technical' && last !== undefined && last !== service ? [last.slug] : []
      return own === null ? service : consistent(service, { ...own, parts })
    }),
  )
}

function consistent(service: CodedService, facts: ServiceFacts): CodedService {
  const isPlanned = facts.stage === 'planned'
  return {
    ...service,
    deployments: isPlanned ? [] : service.deployments,
    facts: {
      ...facts,
      liveFrom: isPlanned ? facts.liveFrom : null,
      hosting: facts.level === 'technical' ? facts.hosting : null,
    },
  }
}
