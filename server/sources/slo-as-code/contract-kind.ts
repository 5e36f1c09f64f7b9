import * as z from 'zod/mini'

import type { SourceDocument } from '../../yaml/source-document.ts'
import type { ContractDeclaration } from './declarations.ts'
import { nameSchema, objectiveTargetFields } from './openslo-schemas.ts'
import type { CodedContract, PenaltyTerms } from './slo-catalog.ts'
import { slugFrom } from '../../../src/domain/slug.ts'
import { percentFromShare } from './target.ts'
import { readTarget } from './terms.ts'

const textSchema = z.string().check(z.minLength(1), z.describe('a text'))

const penaltySchema = z
  .strictObject({
    terms: textSchema,
    currency: z.optional(z.string().check(z.regex(/^[A-Z]{3}$/), z.describe('a currency such as EUR'))),
    yearlyRevenue: z.optional(z.number().check(z.gte(0))),
    refundShare: z.optional(z.number().check(z.gte(0), z.lte(1), z.describe('a share such as 0.5'))),
    slotMinutes: z.optional(z.int().check(z.gte(1), z.lte(10_080))),
  })
  .check(
    z.describe('a mapping with terms, and where the contract says so currency, yearlyRevenue, refundShare'),
  )

/** What a contract promises to customers, and the SLOs whose SLAs carry it. */
export const contractSpec = z.strictObject({
  functionality: textSchema,
  customers: z.optional(
    z
      .array(textSchema)
      .check(z.minLength(1), z.maxLength(1000), z.describe('a list of names; every customer where left out')),
  ),
  tier: z.optional(textSchema),
  since: z.optional(z.iso.date().check(z.describe('a day such as 2026-03-01'))),
  sli: nameSchema,
  ...objectiveTargetFields,
  measuredBy: z.optional(nameSchema),
  restsOn: z
    .array(nameSchema)
    .check(z.minLength(1), z.maxLength(1000), z.describe('a list of names or ids of SLOs that have an Sla')),
  deployments: z.optional(
    z.array(nameSchema).check(z.minLength(1), z.describe('a list of deployment names')),
  ),
  penalty: z.optional(penaltySchema),
  url: z.optional(
    z
      .string()
      .check(z.regex(/^https?:\/\/\S+$/), z.describe('an address such as https://contracts.example/17')),
  ),
})
type ContractSpec = z.infer<typeof contractSpec>

type ReadContract = Omit<
  ContractDeclaration,
  'kind' | 'name' | 'displayName' | 'description' | 'parts' | 'deployments'
>

/** Null with the mistakes where the parts of the document contradict each other. */
export function readContract(document: SourceDocument, spec: ContractSpec): ReadContract | null {
  const target = readTarget(document, ['spec'], spec)
  const { functionality, customers = [], tier = null, since = null, measuredBy, penalty, url = null } = spec
  if (!areTold(document, customers) || target === null) return null
  return {
    functionality,
    customers,
    tier,
    since,
    sli: { document, path: ['spec', 'sli'], name: spec.sli },
    target,
    targetSource: { document, path: ['spec', spec.target === undefined ? 'targetPercent' : 'target'] },
    journey: measuredBy === undefined ? null : { document, path: ['spec', 'measuredBy'], name: measuredBy },
    penalty: penalty === undefined ? null : penaltyOf(penalty),
    url,
  }
}

/** Each customer has an address of its own, which must be the address of no other. */
function areTold(document: SourceDocument, customers: readonly string[]): boolean {
  const slugs = customers.map(slugFrom)
  const wrong = slugs.findIndex((slug, index) => slug === '' || slugs.indexOf(slug) !== index)
  if (wrong < 0) return true
  document.error({
    rule: slugs[wrong] === '' ? 'no-slug' : 'duplicate-name',
    path: ['spec', 'customers', wrong],
    problem:
      slugs[wrong] === ''
        ? 'it must have a letter or a digit from a to z or 0 to 9 in it'
        : `is the customer ${slugs[wrong] ?? ''} once more`,
  })
  return false
}

function penaltyOf(penalty: NonNullable<ContractSpec['penalty']>): PenaltyTerms {
  return {
    terms: penalty.terms,
    currency: penalty.currency ?? null,
    yearlyRevenue: penalty.yearlyRevenue ?? null,
    refundShare: penalty.refundShare ?? null,
    slotMinutes: penalty.slotMinutes ?? null,
  }
}

type Fields = Readonly<Record<string, unknown>>

export function contractSpecOf(contract: CodedContract): Fields {
  const { functionality, customers, tier, since, sli, target, journey, parts, deployments, penalty, url } =
    contract
  return {
    functionality,
    ...(customers.length === 0 ? {} : { customers }),
    ...given({ tier, since }),
    sli,
    target,
    ...given({ measuredBy: journey }),
    restsOn: parts,
    deployments,
    ...(penalty === null ? {} : { penalty: given(penalty) }),
    ...given({ url }),
  }
}

/** Without what nobody said. */
function given(fields: Readonly<Record<string, string | number | null>>): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
}

const NONE = 'none'

export function contractInWords(contract: CodedContract): Readonly<Record<string, string>> {
  const { customers, penalty } = contract
  return {
    target: `${percentFromShare(contract.target)} %`,
    name: contract.name,
    functionality: contract.functionality,
    customers: customers.length === 0 ? 'every one' : customers.join(', '),
    tier: contract.tier ?? NONE,
    since: contract.since ?? NONE,
    SLI: contract.sli,
    'measured by': contract.journey ?? 'its parts',
    'rests on': contract.parts.join(', '),
    deployments: contract.deployments.join(', '),
    penalty: penalty === null ? NONE : penaltyInWords(penalty),
    contract: contract.url ?? NONE,
  }
}

function penaltyInWords({ terms, currency, yearlyRevenue, refundShare, slotMinutes }: PenaltyTerms): string {
  const parts = [
    terms,
    yearlyRevenue === null ? '' : `revenue ${yearlyRevenue} ${currency ?? ''} a year`.trim(),
    refundShare === null ? '' : `refund share ${refundShare}`,
    slotMinutes === null ? '' : `slots of ${slotMinutes} min`,
    yearlyRevenue === null && currency !== null ? `in ${currency}` : '',
  ]
  return parts.filter((part) => part !== '').join('; ')
}
