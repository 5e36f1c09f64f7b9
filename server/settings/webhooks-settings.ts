import * as z from 'zod/mini'

import { secretNameSchema } from './variable.ts'

const headerSchema = z
  .string()
  .check(z.regex(/^[\w-]+$/), z.describe('the name of a header such as X-Hub-Signature-256'))

/** The whole body signed with the secret, as most tools do. */
const hmacSchema = z
  .strictObject({
    kind: z.literal('hmac-sha256'),
    header: headerSchema,
    /** What stands before each signature, such as sha256= */
    prefix: z._default(z.string(), ''),
    encoding: z._default(z.enum(['hex', 'base64']).check(z.describe('hex or base64')), 'hex'),
    /** What is signed: {body}, and {timestamp} where a header has one. */
    signs: z._default(
      z
        .string()
        .check(
          z.regex(/^[^{}]*(?:\{timestamp\}[^{}]*)?\{body\}[^{}]*$/),
          z.describe('a text such as {timestamp}:{body}'),
        ),
      '{body}',
    ),
    timestampHeader: z.optional(headerSchema),
    toleranceSeconds: z._default(
      z.int().check(z.gte(1), z.lte(3600), z.describe('a whole number of seconds')),
      300,
    ),
  })
  .check(
    z.refine(
      ({ signs, timestampHeader }) => signs.includes('{timestamp}') === (timestampHeader !== undefined),
      {
        path: ['timestampHeader'],
        error:
          'a timestamp protects only where it is signed: give both timestampHeader and {timestamp} in signs, or neither',
      },
    ),
  )

/** The secret itself in a header, for tools that do not sign. */
const tokenSchema = z.strictObject({
  kind: z.literal('token'),
  header: headerSchema,
  /** Such as "Bearer " */
  prefix: z._default(z.string(), ''),
})

const signatureSchema = z.discriminatedUnion('kind', [hmacSchema, tokenSchema])
export type WebhookSignature = z.output<typeof signatureSchema>

const PATH = String.raw`(?:body|header)(?:\.[\w-]+|\[\d{1,4}\])+`

/** {{ body.a }} stands for what is there, {{ body.a ?? body.b }} for the first that is; braces alone are text. */
const templateSchema = z
  .string()
  .check(
    z.maxLength(500),
    z.regex(
      new RegExp(String.raw`^(?:[^{}]|\{(?!\{)|\}(?!\})|\{\{\s*${PATH}(?:\s*\?\?\s*${PATH})*\s*\}\})*$`),
    ),
    z.describe('a text with {{ body.path }} or {{ header.name }} in it'),
  )

const pathSchema = z
  .string()
  .check(z.regex(new RegExp(`^${PATH}$`)), z.describe('a path such as body.event.type or header.x-event'))

const valueSchema = z.string().check(z.maxLength(500), z.describe('a text'))

const incidentFields = [
  'id',
  'title',
  'services',
  'deployments',
  'startedAt',
  'detectedAt',
  'createdAt',
  'acknowledgedAt',
  'escalatedAt',
  'resolvedAt',
  'detectedBy',
  'priority',
  'severity',
  'url',
] as const
const releaseFields = ['id', 'service', 'deployment', 'version', 'at'] as const
/** How it went, where the tool knows. */
const moreReleaseFields = ['result', 'committedAt', 'recoveredAt'] as const
const fieldsOf = { incidents: incidentFields, releases: [...releaseFields, ...moreReleaseFields] } as const

const ruleSchema = z
  .strictObject({
    into: z.enum(['releases', 'incidents']).check(z.describe('releases or incidents')),
    /** All must hold: a path, and the values it may have. Without any the rule always holds. */
    when: z._default(z.record(pathSchema, z.union([valueSchema, z.array(valueSchema)])), {}),
    fields: z.record(z.string(), z.union([templateSchema, z.array(templateSchema)])),
    /** Fields of an incident that what was sent takes back, such as resolvedAt when it is reopened. */
    clears: z._default(z.array(z.enum(incidentFields)), []),
  })
  .check(
    z.refine(({ into, fields }) => Object.keys(fields).every((name) => isFieldOf(into, name)), {
      path: ['fields'],
      error: `a release has ${fieldsOf.releases.join(', ')}; an incident has ${incidentFields.join(', ')}`,
    }),
    z.refine(
      ({ into, fields }) =>
        fields['id'] !== undefined &&
        (into === 'incidents' || releaseFields.every((name) => fields[name] !== undefined)),
      {
        path: ['fields'],
        error: `an incident needs at least id, a release needs ${releaseFields.join(', ')}`,
      },
    ),
  )
export type WebhookRule = z.output<typeof ruleSchema>

const senderSchema = z.strictObject({
  secretFromEnv: secretNameSchema,
  signature: signatureSchema,
  /** Names that differ here: for a field the sender's word and ours. */
  names: z._default(z.record(z.string(), z.record(z.string(), z.union([z.string(), z.int()]))), {}),
  /** The first that holds is taken; what none holds for is passed over. */
  rules: z.array(ruleSchema).check(z.minLength(1)),
})
export type WebhookSender = z.output<typeof senderSchema>

/** Each sender posts to /api/webhooks/NAME. */
export const webhooksSettingsSchema = z.strictObject({
  senders: z._default(
    z.record(
      z.string().check(
        z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
        z.refine((name) => name !== 'alertmanager', {
          error: 'another name: alertmanager has an address of its own',
        }),
        z.describe('a name in lower case such as github'),
      ),
      senderSchema,
    ),
    {},
  ),
})
export type WebhooksSettings = z.output<typeof webhooksSettingsSchema>

function isFieldOf(into: keyof typeof fieldsOf, name: string): boolean {
  return fieldsOf[into].some((field) => field === name)
}
