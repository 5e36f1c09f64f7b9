import * as z from 'zod/mini'

import { linkSchema } from '../../../src/contract/record-fields.ts'
import {
  indicatorSpecSchema,
  metadataSchema,
  nameSchema,
  objectiveSchema,
  objectiveTargetFields,
  termsFields,
} from './openslo-schemas.ts'
import { contractSpec } from './contract-kind.ts'
import { policySpec } from './policy-kind.ts'
import { rotationSpec } from './rotation-kind.ts'
import { serviceSpec } from './service-kind.ts'

export const OWN_VERSION = 'sre-indicators/v1'

const descriptionField = {
  description: z.optional(z.string().check(z.describe('a text'))),
}

const organizationSpec = z.strictObject({
  ...descriptionField,
  periods: z
    .strictObject({
      scheme: z
        .enum(['four-weeks', 'calendar-month', 'calendar-quarter', 'days'])
        .check(z.describe('four-weeks, calendar-month, calendar-quarter or days')),
      days: z.optional(z.int().check(z.gte(1), z.lte(366))),
      from: z.optional(z.string().check(z.describe('an instant such as 2026-01-05T00:00:00Z, in quotes'))),
    })
    .check(z.describe('a mapping that says how time is cut into accounting periods')),
})

const teamSpec = z.strictObject({
  ...descriptionField,
  services: z.optional(z.array(nameSchema).check(z.maxLength(1000), z.describe('a list of service names'))),
})

const deploymentSpec = z.strictObject({
  ...descriptionField,
  kind: z.enum(['production', 'staging']).check(z.describe('production or staging')),
  region: z.optional(z.string().check(z.describe('a text'))),
})

const defaultSloSpec = z.strictObject({
  ...descriptionField,
  service: nameSchema,
  sli: nameSchema,
  endpoints: z.optional(
    z
      .array(z.string().check(z.regex(/[a-zA-Z0-9]/), z.describe('an endpoint such as "GET /orders"')))
      .check(
        z.maxLength(1000),
        z.describe('a list of endpoints such as "GET /orders", beside those that SLOs name'),
      ),
  ),
  deployments: z.optional(z.array(nameSchema).check(z.describe('a list of deployment names'))),
  thresholdMs: z.optional(z.number().check(z.gt(0))),
  priority: z.optional(z.int().check(z.gte(1), z.lte(5))),
  runbook: z.optional(
    z.strictObject({
      url: z.optional(linkSchema.check(z.describe('an address such as https://runbooks.example/checkout'))),
      firstMoves: z.optional(
        z
          .array(z.string().check(z.regex(/^\S(?:[^\n]*\S)?$/), z.describe('a sentence on one line')))
          .check(z.maxLength(20), z.describe('a list of sentences')),
      ),
    }),
  ),
  indicator: z
    .strictObject({ spec: indicatorSpecSchema })
    .check(z.describe('a mapping with spec, whose queries hold {{.verb}} and {{.path}}')),
  ...termsFields,
  objectives: z.array(objectiveSchema).check(z.minLength(1), z.maxLength(1)),
})

const slaSpec = z.strictObject({
  ...descriptionField,
  slo: z.string().check(z.minLength(1), z.describe('the name or the id of an SLO')),
  ...objectiveTargetFields,
})

const envelope = <Kind extends string, Spec extends z.ZodMiniType>(kind: Kind, spec: Spec) =>
  z.strictObject({
    apiVersion: z.literal(OWN_VERSION),
    kind: z.literal(kind),
    metadata: metadataSchema,
    spec,
  })

/** What none of the other formats has. A change that old files do not survive takes another version. */
export const ownKinds = {
  Organization: envelope('Organization', organizationSpec),
  Team: envelope('Team', teamSpec),
  Deployment: envelope('Deployment', deploymentSpec),
  Service: envelope('Service', serviceSpec),
  DefaultSlo: envelope('DefaultSlo', defaultSloSpec),
  Sla: envelope('Sla', slaSpec),
  ContractualSla: envelope('ContractualSla', contractSpec),
  ErrorBudgetPolicy: envelope('ErrorBudgetPolicy', policySpec),
  Rotation: envelope('Rotation', rotationSpec),
}

/** For editors: checks and completes documents of our kinds while they are written. */
export function ownKindsJsonSchema(): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(z.union(Object.values(ownKinds)), { io: 'input' })
  return { ...schema, title: `SLO as code, ${OWN_VERSION}` }
}
