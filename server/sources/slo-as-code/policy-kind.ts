import * as z from 'zod/mini'

import type { PolicyDeclaration } from './declarations.ts'
import { nameSchema } from './openslo-schemas.ts'
import {
  conditionKinds,
  consequenceKinds,
  policyStates,
  type PolicyClause,
} from '../../../src/domain/policy.ts'
import type { SourceDocument } from '../../yaml/source-document.ts'

const textSchema = z.string().check(z.minLength(1), z.describe('a text'))
const dateSchema = z.iso.date().check(z.describe('a day such as 2026-03-01'))
const withinSchema = z
  .string()
  .check(z.regex(/^[1-9]\d{0,3}[hdw]$/), z.describe('a length of time such as 24h, 7d or 2w'))

const conditionSchema = z
  .strictObject({
    kind: z.enum(conditionKinds).check(z.describe(conditionKinds.join(', '))),
    depletedPercent: z.optional(z.number().check(z.gt(0), z.lte(10_000))),
    within: z.optional(withinSchema),
    budget: z.optional(z.enum(['slo', 'sla']).check(z.describe('slo or sla'))),
    slis: z.optional(z.array(nameSchema).check(z.minLength(1), z.describe('a list of SLIs'))),
    description: z.optional(textSchema),
  })
  .check(z.describe('a mapping with kind and what that kind needs'))

const consequenceSchema = z.strictObject({
  kind: z.enum(consequenceKinds).check(z.describe(consequenceKinds.join(', '))),
  description: z.optional(textSchema),
  execution: z.optional(
    z
      .enum(['automated', 'semi-automated', 'manual'])
      .check(z.describe('automated, semi-automated or manual')),
  ),
  within: z.optional(withinSchema),
  engineersPercent: z.optional(z.number().check(z.gt(0), z.lte(100))),
})

const clauseSchema = z.strictObject({
  name: nameSchema,
  condition: conditionSchema,
  trigger: z.optional(z.enum(['automatic', 'manual']).check(z.describe('automatic or manual'))),
  consequences: z
    .array(consequenceSchema)
    .check(z.minLength(1), z.maxLength(50), z.describe('a list of consequences')),
})

/** What a team does when its budgets run low: conditions and what follows from each. */
export const policySpec = z.strictObject({
  description: z.optional(z.string().check(z.describe('a text'))),
  team: nameSchema,
  services: z.optional(z.array(nameSchema).check(z.maxLength(1000), z.describe('a list of service names'))),
  purpose: textSchema,
  state: z.enum(policyStates).check(z.describe(policyStates.join(', '))),
  enactedOn: z.optional(dateSchema),
  retiredOn: z.optional(dateSchema),
  visibility: z.optional(z.enum(['public', 'team']).check(z.describe('public or team'))),
  clauses: z.array(clauseSchema).check(z.minLength(1), z.maxLength(100), z.describe('a list of clauses')),
  escalation: z
    .array(textSchema)
    .check(z.minLength(1), z.describe('a list of roles, in the order they are asked')),
  agreedBy: z.optional(z.array(textSchema).check(z.describe('a list of roles'))),
  nextReview: z.optional(
    z
      .strictObject({ on: z.optional(dateSchema), orAfter: z.optional(textSchema) })
      .check(z.describe('a mapping with on: a day, orAfter: an event, or both')),
  ),
  silverBulletsPerYear: z.optional(z.int().check(z.gte(0), z.lte(100))),
  thawTax: z.optional(z.number().check(z.gte(0), z.lte(10))),
  parts: z.optional(
    z
      .array(z.strictObject({ title: textSchema, text: textSchema }))
      .check(z.maxLength(50), z.describe('a list of parts of your own, each with title and text')),
  ),
})
export type PolicySpec = z.infer<typeof policySpec>
type ClauseSpec = PolicySpec['clauses'][number]

type ReadPolicy = Omit<
  PolicyDeclaration,
  'kind' | 'name' | 'displayName' | 'description' | 'team' | 'services'
>

/** Null with the mistakes where the parts of the document contradict each other. */
export function readPolicy(document: SourceDocument, spec: PolicySpec): ReadPolicy | null {
  const clauses = spec.clauses.map((clause, index) => readClause(document, clause, index))
  const isRight = [
    ...clauses.map((clause) => clause !== null),
    isEnactedWithDay(document, spec),
    isRetiredInTime(document, spec),
    areTold(document, spec),
  ]
  if (isRight.includes(false)) return null
  const { purpose, state, escalation, nextReview } = spec
  return {
    purpose,
    state,
    enactedOn: spec.enactedOn ?? null,
    ...(spec.retiredOn !== undefined && { retiredOn: spec.retiredOn }),
    visibility: spec.visibility ?? 'public',
    clauses: clauses.filter((clause) => clause !== null),
    escalation,
    agreedBy: spec.agreedBy ?? [],
    nextReview:
      nextReview === undefined ? null : { on: nextReview.on ?? null, orAfter: nextReview.orAfter ?? null },
    silverBulletsPerYear: spec.silverBulletsPerYear ?? null,
    thawTax: spec.thawTax ?? null,
    parts: spec.parts ?? [],
  }
}

function readClause(document: SourceDocument, clause: ClauseSpec, index: number): PolicyClause | null {
  const { condition, trigger = 'automatic' } = clause
  const path = ['spec', 'clauses', index]
  const isOther = condition.kind === 'other'
  const needed = [
    ...(isOther ? (['description'] as const) : (['depletedPercent'] as const)),
    ...(condition.kind === 'depleted-within' ? (['within'] as const) : []),
  ]
  const unfit = [
    ...(isOther ? (['depletedPercent', 'budget', 'slis'] as const) : []),
    ...(condition.kind === 'depleted-within' ? [] : (['within'] as const)),
  ]
  const missing = needed.filter((field) => condition[field] === undefined)
  const extra = unfit.filter((field) => condition[field] !== undefined)
  for (const field of missing) {
    const problem = `is missing; the condition ${condition.kind} needs it`
    document.error({ rule: 'missing-field', path: [...path, 'condition', field], problem })
  }
  for (const field of extra) {
    const problem = `has no meaning with the condition ${condition.kind}`
    document.error({ rule: 'contradiction', path: [...path, 'condition', field], problem })
  }
  const isUnseen = isOther && trigger === 'automatic'
  if (isUnseen) {
    document.error({
      rule: 'contradiction',
      path: [...path, 'condition', 'kind'],
      problem: 'nothing here can notice this condition, so its trigger must be manual',
      hint: 'Write trigger: manual; it then stands on the checklist of every shift change.',
    })
  }
  return missing.length > 0 || extra.length > 0 || isUnseen ? null : completeClause(clause)
}

function completeClause({ name, condition, trigger = 'automatic', consequences }: ClauseSpec): PolicyClause {
  const {
    kind,
    depletedPercent = null,
    within = null,
    budget = 'slo',
    slis = [],
    description = '',
  } = condition
  return {
    name,
    condition: { kind, depletedPercent, within, budget, slis, description },
    trigger,
    consequences: consequences.map((consequence) => ({
      kind: consequence.kind,
      description: consequence.description ?? '',
      execution: consequence.execution ?? 'manual',
      within: consequence.within ?? null,
      engineersPercent: consequence.engineersPercent ?? null,
    })),
  }
}

function isEnactedWithDay(document: SourceDocument, { state, enactedOn }: PolicySpec): boolean {
  if ((state !== 'enacted' && state !== 'in-review') || enactedOn !== undefined) return true
  const problem = `is missing; a policy in the state ${state} has the day since which it holds, such as 2026-01-05`
  document.error({ rule: 'missing-field', path: ['spec', 'enactedOn'], problem })
  return false
}

function isRetiredInTime(document: SourceDocument, { state, enactedOn, retiredOn }: PolicySpec): boolean {
  if (retiredOn === undefined) return true
  const isLater = enactedOn === undefined || retiredOn >= enactedOn
  if (state === 'retired' && isLater) return true
  const problem = isLater ? `has no meaning in the state ${state}` : `lies before enactedOn, ${enactedOn}`
  document.error({ rule: 'contradiction', path: ['spec', 'retiredOn'], problem })
  return false
}

/** Clauses are told apart by their names, in enactments as in patches. */
function areTold(document: SourceDocument, { clauses }: PolicySpec): boolean {
  const repeated = clauses.flatMap(({ name }, index) =>
    clauses.findIndex((clause) => clause.name === name) < index ? [index] : [],
  )
  for (const index of repeated) {
    const problem = 'is the name of another clause of this policy'
    document.error({ rule: 'duplicate-name', path: ['spec', 'clauses', index, 'name'], problem })
  }
  return repeated.length === 0
}
