import * as z from 'zod/mini'

import { roles } from '../../src/domain/access/caller.ts'
import { isLoopback } from './loopback.ts'
import { secretNameSchema } from './variable.ts'

const MOST_SESSION_HOURS = 24 * 30
const MOST_REQUESTS = 1_000_000

const headerSchema = z
  .string()
  .check(z.regex(/^[a-z0-9-]+$/i), z.describe('the name of a header such as x-forwarded-user'))
/** In clear text a code or a session could be read on the way; on this machine there is no way. */
const safeUrlSchema = z
  .string()
  .check(
    z.refine(isSafeUrl),
    z.describe('an address that begins with https:// (http:// on this machine only), without ? and #'),
  )
const nameSchema = z.string().check(z.minLength(1), z.describe('a text that is not empty'))
const groupsSchema = z.array(nameSchema)

const oidcSchema = z.strictObject({
  issuer: safeUrlSchema,
  clientId: nameSchema,
  /** Left out for a client that has none: PKCE alone protects the code then. */
  clientSecretFromEnv: z.optional(secretNameSchema),
  scopes: z._default(
    z
      .string()
      .check(z.regex(/(?:^| )openid(?: |$)/), z.describe('scopes with spaces between, openid among them')),
    'openid profile email',
  ),
  nameClaim: z._default(nameSchema, 'name'),
  groupsClaim: z._default(nameSchema, 'groups'),
  sessionHours: z._default(
    z
      .number()
      .check(
        z.gt(0),
        z.lte(MOST_SESSION_HOURS),
        z.describe(`a number of hours, at most ${MOST_SESSION_HOURS}`),
      ),
    12,
  ),
})

/** A proxy that has made sure who it is, and proves itself with a secret that only it and this server know. */
const proxySchema = z.strictObject({
  sharedSecretFromEnv: secretNameSchema,
  secretHeader: z._default(headerSchema, 'x-proxy-secret'),
  userHeader: z._default(headerSchema, 'x-forwarded-user'),
  nameHeader: z._default(headerSchema, 'x-forwarded-preferred-username'),
  groupsHeader: z._default(headerSchema, 'x-forwarded-groups'),
})

const peopleSchema = z.strictObject({
  /** Of who is known and stands in none of the groups below; `none` keeps them out. */
  defaultRole: z._default(z.enum([...roles, 'none']), 'viewer'),
  /** Groups of the provider or the proxy; of several roles the highest counts. */
  roles: z.prefault(
    z.strictObject({
      admin: z._default(groupsSchema, []),
      coach: z._default(groupsSchema, []),
      'team-editor': z._default(groupsSchema, []),
      viewer: z._default(groupsSchema, []),
    }),
    {},
  ),
  /** Groups by the slug of the team that is their own. */
  teams: z._default(z.record(z.string(), groupsSchema), {}),
})

const limitSchema = z.int().check(z.gte(1), z.lte(MOST_REQUESTS), z.describe('a whole number of requests'))

export const accessSettingsSchema = z
  .strictObject({
    /** Where people reach the app, as their browser shows it. */
    publicUrl: z.optional(safeUrlSchema),
    oidc: z.optional(oidcSchema),
    proxy: z.optional(proxySchema),
    people: z.prefault(peopleSchema, {}),
    limits: z.prefault(
      z.strictObject({
        /** Of one person or token, or of one address that says nothing about who it is. */
        requestsPerMinute: z._default(limitSchema, 1_200),
        /** Of one address that signs in, or sends wrong tokens or secrets. */
        unknownPerMinute: z._default(limitSchema, 60),
      }),
      {},
    ),
  })
  .check(
    z.refine(({ oidc, publicUrl }) => oidc === undefined || publicUrl !== undefined, {
      error: 'is missing; the provider has to know where it sends people back to',
      path: ['publicUrl'],
    }),
  )

export type AccessSettings = z.output<typeof accessSettingsSchema>
export type OidcSettings = z.output<typeof oidcSchema>
export type ProxySettings = z.output<typeof proxySchema>
export type PeopleSettings = z.output<typeof peopleSchema>

/** Whether anybody has to say who they are. */
export function isAccessConfigured({ oidc, proxy }: AccessSettings): boolean {
  return oidc !== undefined || proxy !== undefined
}

/** Why the server may not listen there, or null where it may. */
export function exposureMistake(host: string, access: AccessSettings): string | null {
  if (isLoopback(host) || isAccessConfigured(access)) return null
  return (
    `server.host is ${host}, which other machines can reach, and nobody would have to say who they are. ` +
    'Either listen to this machine only (HOST=127.0.0.1), or configure access.oidc or access.proxy: docs/access.md shows how'
  )
}

function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, search, hash, username } = new URL(text)
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
  return isSafe && search === '' && hash === '' && username === ''
}
