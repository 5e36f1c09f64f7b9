import * as z from 'zod/mini'

import type { Action } from '../domain/access/permissions.ts'

/** Whose thing a write is about: that of the SLO, service, team or review its path names, or none of theirs. */
type SubjectParam = 'slo' | 'service' | 'team' | 'breach' | 'bottleneck' | 'review'

/**
 * What the caller must be allowed. Without `subject` it must be allowed for what is nobody's; `of-route` where only the route
 * can find out whose it is, from the body or from what was entered, and asks itself.
 */
export type Permission = Readonly<{ action: Action; subject?: SubjectParam | 'of-route' }>

type WriteMethod = 'POST' | 'PUT' | 'PATCH' | 'DELETE'

type Described = Readonly<{
  path: string
  query: z.core.$ZodObject
  response: z.core.$ZodType
  summary: string
}>

/** What is not said to be a write is read with GET, by everybody who may read. */
type ReadOperation = Described &
  Readonly<{
    method?: never
    body?: never
    permission?: Permission
    /** All rows of the list are also to be had as a file, at the same address with `.csv` after it. */
    hasCsv?: true
  }>

type WriteOperation = Described &
  Readonly<{
    method: WriteMethod
    hasCsv?: never
    /** What is sent as JSON; left out where the path says it all. */
    body?: z.core.$ZodType
    /** Left out: MAX_BODY_BYTES of the server. */
    maxBodyBytes?: number
    permission: Permission
  }>

export type Operation = ReadOperation | WriteOperation

/** The answer as the contract has it; an answer that is not so is a bug of the backend, and loud. */
export function parsedAnswer({ response }: Pick<Operation, 'response'>, body: unknown): unknown {
  return z.parse(response, body)
}
