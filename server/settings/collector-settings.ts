import * as z from 'zod/mini'

import { secretNameSchema, type Variable } from './variable.ts'

const whole = (least: number, most: number) =>
  z.int().check(z.gte(least), z.lte(most), z.describe(`a whole number from ${least} to ${most}`))

const urlSchema = z
  .string()
  .check(
    z.regex(/^https?:\/\/[^\s/?#]+(?:\/[^\s?#]*)?$/),
    z.describe('an address such as http://prometheus:9090, up to where /api/v1 begins'),
  )

/** An engine with Prometheus' HTTP API. What is not said here is taken from the catalog's DataSource of the same name. */
const sourceSchema = z.strictObject({
  url: z.optional(urlSchema),
  bearerTokenFromEnv: z.optional(secretNameSchema),
  /** Sent with every question, such as an API key. */
  headers: z._default(
    z.array(
      z.strictObject({
        name: z.string().check(z.regex(/^[\w-]+$/), z.describe('the name of a header such as X-Api-Key')),
        valueFromEnv: secretNameSchema,
      }),
    ),
    [],
  ),
  /** Whose data are meant, where one engine keeps those of several. */
  tenant: z.optional(z.string().check(z.regex(/^[\x21-\x7e]+$/), z.describe('the name of a tenant'))),
  tenantHeader: z._default(
    z.string().check(z.regex(/^[\w-]+$/), z.describe('the name of a header such as X-Scope-OrgID')),
    'X-Scope-OrgID',
  ),
  timeoutSeconds: z._default(whole(1, 600), 30),
  /** How many questions are under way at once. */
  concurrency: z._default(whole(1, 64), 8),
})

export const collectorSettingsSchema = z.strictObject({
  /** The address may hold a password, so it is named like a secret. */
  prometheusUrlFromEnv: z.optional(secretNameSchema),
  /** By the name that queries call them. */
  sources: z._default(
    z.record(
      z.string().check(z.regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/), z.describe('a name such as main')),
      sourceSchema,
    ),
    {},
  ),
  /** Which one is asked by queries that name none, where there are several. */
  defaultSource: z.optional(z.string().check(z.minLength(1), z.describe('the name of one of the sources'))),
  /** How long after its end an hour is asked for: engines get the newest samples late. */
  lagMinutes: z._default(whole(0, 720), 5),
  /** How far back a new series is filled. */
  backfillDays: z._default(whole(0, 1100), 60),
  /** How far back hours that did not come are asked for again. */
  repairHours: z._default(whole(0, 744), 48),
  /** How often it is looked whether something is due. */
  checkSeconds: z._default(whole(5, 3600), 60),
})

export type CollectorSettings = z.output<typeof collectorSettingsSchema>
export type SourceSettings = z.output<typeof sourceSchema>

export const collectorVariables: readonly Variable[] = [
  { name: 'PROMETHEUS_URL', field: ['collector', 'prometheusUrlFromEnv'], kind: 'secret' },
]

/** What is wrong with the address, without the address: it may hold a password. */
export function prometheusUrlMistake(name: string, address: string): string | null {
  return z.safeParse(urlSchema, address).success
    ? null
    : `${name} must be an address such as http://prometheus:9090`
}
