import * as z from 'zod/mini'

/** Every way a request can fail, as the last part of the problem's `type`. Stable for good: clients branch on it. */
export const problemCodes = {
  'invalid-parameter': { status: 400, title: 'A parameter has a value that is not allowed' },
  'unknown-parameter': { status: 400, title: 'A parameter is not known here' },
  'invalid-body': { status: 400, title: 'What was sent is not what this address takes' },
  unauthenticated: { status: 401, title: 'It is not known who asks' },
  forbidden: { status: 403, title: 'Who asks may not do this' },
  'cross-site': { status: 403, title: 'A change asked for by another site is refused' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  conflict: { status: 409, title: 'What is there no longer fits what was asked' },
  'body-too-large': { status: 413, title: 'More was sent than this address takes' },
  'unsupported-media-type': { status: 415, title: 'This address does not take that kind of content' },
  'too-many-requests': { status: 429, title: 'More was asked than is allowed at a time' },
  unavailable: { status: 503, title: 'The measurements cannot be read at the moment' },
  internal: { status: 500, title: 'Something went wrong on the server' },
} as const

export type ProblemCode = keyof typeof problemCodes

export const PROBLEM_TYPE_PREFIX = '/problems/'

/** RFC 9457, with the field that is wrong, the value it had, what would be right, and hints. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.optional(z.string()),
  field: z.optional(z.string()),
  value: z.optional(z.string()),
  allowed: z.optional(z.array(z.string())),
  /** What to do, for whoever reads it: pages show it as it is. */
  hint: z.optional(z.string()),
  /** What only a program can do, such as to ask another address of the API. */
  apiHint: z.optional(z.string()),
  /** With 409: what stands there now, for whoever was too late and does not want either to be lost. */
  current: z.optional(
    z.object({
      version: z.int(),
      by: z.string(),
      at: z.string(),
      body: z.record(z.string(), z.unknown()),
      /** They took it back; the body is what stood there until then. */
      isWithdrawn: z.boolean(),
    }),
  ),
  /** With 404: it was there until then, and frozen links still show it. */
  archived: z.optional(z.object({ at: z.string(), by: z.string(), reason: z.string() })),
  /** With 401: where a person signs in. Left out where signing in happens elsewhere. */
  signInAt: z.optional(z.string()),
})
export type Problem = z.infer<typeof problemSchema>
