import * as z from 'zod/mini'

/** Every way a request can fail, as the last part of the problem's `type`. Stable for good: clients branch on it. */
export const problemCodes = {
  'invalid-parameter': { status: 400, title: 'A parameter has a value that is not allowed' },
  'unknown-parameter': { status: 400, title: 'A parameter is not known here' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  unavailable: { status: 503, title: 'The measurements cannot be read at the moment' },
  internal: { status: 500, title: 'Something went wrong on the server' },
} as const

export type ProblemCode = keyof typeof problemCodes

export const PROBLEM_TYPE_PREFIX = '/problems/'

/** RFC 9457, with the field that is wrong, the value it had, what would be right, and a hint. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.optional(z.string()),
  field: z.optional(z.string()),
  value: z.optional(z.string()),
  allowed: z.optional(z.array(z.string())),
  hint: z.optional(z.string()),
})
export type Problem = z.infer<typeof problemSchema>
