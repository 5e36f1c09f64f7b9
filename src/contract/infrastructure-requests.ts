import * as z from 'zod/mini'

import { requestStates } from '../domain/infrastructure-request.ts'
import { countSchema, instantSchema, slugSchema } from './common.ts'

const teamsSchema = z.array(slugSchema).check(
  z.maxLength(200),
  z.refine((teams) => new Set(teams).size === teams.length, { error: 'each team once' }),
)

/** What teams ask of the SRE infrastructure. */
const requestBody = z.strictObject({
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  requestedBy: teamsSchema,
  /** Who will have it besides. */
  benefits: teamsSchema,
  state: z.enum(requestStates),
  note: z.string().check(z.maxLength(500)),
})
export type InfrastructureRequestBody = z.infer<typeof requestBody>

/** What was kept, where it can still be read. */
export function infrastructureRequestOf(body: unknown): InfrastructureRequestBody | null {
  const parsed = z.safeParse(requestBody, body)
  return parsed.success ? parsed.data : null
}

const requestSchema = z.extend(requestBody, {
  id: slugSchema,
  /** How many teams it helps in all. */
  helpedCount: countSchema,
  version: countSchema,
  by: z.string(),
  at: instantSchema,
})
export type InfrastructureRequest = z.infer<typeof requestSchema>

export const requestListSchema = z.object({
  /** Those that help most teams first. */
  items: z.array(requestSchema),
  teamCount: countSchema,
})
/** Null takes it back. */
export const requestChange = z.strictObject({ seenVersion: countSchema, request: z.nullable(requestBody) })

export const requestWritten = z.object({ id: slugSchema, version: countSchema })
