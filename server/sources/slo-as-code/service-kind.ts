import * as z from 'zod/mini'

import { linkSchema } from '../../../src/contract/record-fields.ts'
import { serviceLevels, serviceStages } from '../../../src/domain/service-catalog.ts'
import type { SourceDocument } from '../../yaml/source-document.ts'
import type { Reference, ServiceTerms } from './declarations.ts'
import { nameSchema } from './openslo-schemas.ts'
import type { CodedService, ServiceFacts } from './slo-catalog.ts'

const textSchema = z.string().check(z.minLength(1), z.describe('a text'))
const namesSchema = z.array(nameSchema).check(z.maxLength(1000), z.describe('a list of service names'))
const textsSchema = z.array(textSchema).check(z.maxLength(100), z.describe('a list of texts'))
const deploymentsSchema = z.array(nameSchema).check(z.describe('a list of deployment names'))

/** All that the service catalog says of a service, in the place of an OpenSLO Service. */
export const serviceSpec = z.strictObject({
  description: z.optional(z.string().check(z.describe('a text'))),
  team: z.optional(nameSchema),
  level: z.optional(z.enum(serviceLevels).check(z.describe(serviceLevels.join(', ')))),
  stage: z.optional(z.enum(serviceStages).check(z.describe(serviceStages.join(', ')))),
  liveFrom: z.optional(z.iso.date().check(z.describe('a day such as 2027-03-01'))),
  product: z.optional(textSchema),
  deployments: z.optional(deploymentsSchema),
  plannedDeployments: z.optional(deploymentsSchema),
  hosting: z.optional(textSchema),
  parts: z.optional(namesSchema),
  dependencies: z.optional(namesSchema),
  consumes: z.optional(textsSchema),
  produces: z.optional(textsSchema),
  links: z.optional(
    z
      .array(
        z.strictObject({
          title: textSchema,
          url: linkSchema.check(z.describe('an address such as https://wiki.example/checkout')),
        }),
      )
      .check(z.maxLength(50), z.describe('a list of links, each with title and url')),
  ),
})
type ServiceSpec = z.infer<typeof serviceSpec>

/** Null with the mistakes where the parts of the document contradict each other. */
export function readServiceTerms(document: SourceDocument, spec: ServiceSpec): ServiceTerms | null {
  const { level = 'technical', stage = 'live' } = spec
  const unfit: readonly (readonly [keyof ServiceSpec, boolean, string])[] = [
    [
      'parts',
      level === 'technical' && spec.parts !== undefined,
      'has no meaning for a technical service; level: logical or business has parts',
    ],
    [
      'deployments',
      stage === 'planned' && spec.deployments !== undefined,
      'cannot be: a planned service runs nowhere yet; write plannedDeployments',
    ],
    [
      'liveFrom',
      stage !== 'planned' && spec.liveFrom !== undefined,
      'has no meaning for a service that is in production already',
    ],
    [
      'hosting',
      level !== 'technical' && spec.hosting !== undefined,
      'has no meaning for an aggregate; its parts are hosted',
    ],
  ]
  const wrong = unfit.filter(([, isWrong]) => isWrong)
  for (const [field, , problem] of wrong) {
    document.error({ rule: 'contradiction', path: ['spec', field], problem })
  }
  if (wrong.length > 0) return null
  const named = (field: 'parts' | 'dependencies'): readonly Reference[] | null =>
    spec[field]?.map((name, index) => ({ document, path: ['spec', field, index], name })) ?? null
  return {
    facts: {
      level,
      stage,
      liveFrom: spec.liveFrom ?? null,
      product: spec.product ?? null,
      plannedDeployments: spec.plannedDeployments ?? [],
      hosting: spec.hosting ?? null,
      consumes: spec.consumes ?? null,
      produces: spec.produces ?? null,
      links: spec.links ?? [],
    },
    parts: named('parts') ?? [],
    dependencies: named('dependencies'),
  }
}

type Fields = Readonly<Record<string, unknown>>

export function serviceSpecOf(service: CodedService, facts: ServiceFacts): Fields {
  const { team, description, deployments } = service
  const { level, stage, liveFrom, product, plannedDeployments, hosting, consumes, produces, links } = facts
  return {
    ...(description === '' ? {} : { description }),
    team,
    level,
    stage,
    ...(liveFrom === null ? {} : { liveFrom }),
    ...(product === null ? {} : { product }),
    ...(deployments.length === 0 ? {} : { deployments }),
    ...(plannedDeployments.length === 0 ? {} : { plannedDeployments }),
    ...(hosting === null ? {} : { hosting }),
    ...(facts.parts.length === 0 ? {} : { parts: facts.parts }),
    ...(facts.dependencies === null ? {} : { dependencies: facts.dependencies }),
    ...(consumes === null ? {} : { consumes }),
    ...(produces === null ? {} : { produces }),
    ...(links.length === 0 ? {} : { links }),
  }
}

const NONE = 'none'
const listed = (texts: readonly string[] | null) =>
  texts === null ? 'not said' : texts.length === 0 ? NONE : texts.join(', ')

export function serviceFactsInWords(facts: ServiceFacts | null): Readonly<Record<string, string>> {
  if (facts === null) return {}
  return {
    level: facts.level,
    stage: facts.stage,
    'live from': facts.liveFrom ?? NONE,
    product: facts.product ?? NONE,
    'planned deployments': listed(facts.plannedDeployments),
    hosting: facts.hosting ?? NONE,
    parts: listed(facts.parts),
    dependencies: listed(facts.dependencies),
    consumes: listed(facts.consumes),
    produces: listed(facts.produces),
    links: listed(facts.links.map(({ title, url }) => `${title} ${url}`)),
  }
}
