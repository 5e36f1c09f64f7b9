import * as z from 'zod/mini'

import { choiceMembers } from '../src/contract/choices.ts'
import { slugSchema } from '../src/contract/common.ts'
import { didYouMean } from './closest-names.ts'
import { invalidParameter, RequestProblem } from './problem.ts'

const ONE_OF_ALLOWED = 'Give one of the allowed values, or leave it out'
const WHOLE_NUMBER = 'A whole number, in plain digits'
const NAME_HINT = 'Names are lower case; several are separated by commas, as in team=payments,search'

/** The query as the schema describes it; every parameter that is unknown, repeated or wrong is refused by name. */
export function parseQuery<Schema extends z.core.$ZodObject>(
  schema: Schema,
  search: URLSearchParams,
): z.output<Schema> {
  const known = Object.keys(schema._zod.def.shape)
  for (const name of search.keys()) {
    if (!known.includes(name)) throw unknownParameter(name, search.get(name) ?? '', known)
    if (search.getAll(name).length > 1) throw repeatedParameter(name, search.getAll(name))
    if (search.get(name)?.includes('\0')) throw zeroCharacter(name)
  }
  const raw = Object.fromEntries(search)
  const parsed = z.safeParse(schema, raw)
  if (parsed.success) {
    refuseOddNumbers(parsed.data, raw)
    return parsed.data
  }
  const [issue] = parsed.error.issues
  throw issue === undefined ? new Error('A failed parse without an issue') : wrongValue(issue, raw, schema)
}

/** Path parameters are slugs; whether they name something is for the route to say. */
export function parseParams<Params extends Readonly<Record<string, string>>>(params: Params): Params {
  for (const [name, value] of Object.entries(params)) {
    if (z.safeParse(slugSchema, value).success) continue
    throw invalidParameter(name, value, {
      detail: `"${value}" is not a name`,
      hint: 'Names are lower case letters and digits with - or . between them',
    })
  }
  return params
}

function unknownParameter(name: string, value: string, known: readonly string[]): RequestProblem {
  const allowed = known.toSorted()
  const nothing = 'This address takes no parameters'
  return new RequestProblem('unknown-parameter', {
    detail: `There is no parameter "${name}" here`,
    field: name,
    value,
    allowed,
    hint:
      didYouMean(name, known) ?? (allowed.length === 0 ? nothing : `Known parameters: ${allowed.join(', ')}`),
  })
}

/** No database keeps it in a text, and nobody types it. */
function zeroCharacter(name: string): RequestProblem {
  return invalidParameter(name, undefined, {
    detail: `"${name}" holds a zero character`,
    hint: 'Leave out %00',
  })
}

function repeatedParameter(name: string, values: readonly string[]): RequestProblem {
  return invalidParameter(name, values.join('&'), {
    detail: `"${name}" is given ${values.length} times`,
    hint: `Give it once; where several values are allowed they are separated by commas: ${name}=${values.join(',')}`,
  })
}

/** What reads text as a number also reads 0x10, 1e2 and a leading space: slips, which are refused like all others. */
function refuseOddNumbers(data: Readonly<Record<string, unknown>>, raw: Readonly<Record<string, string>>) {
  for (const [field, value] of Object.entries(raw)) {
    if (typeof data[field] !== 'number' || String(data[field]) === value) continue
    throw invalidParameter(field, value, {
      detail: `"${value}" is not allowed for "${field}"`,
      hint: WHOLE_NUMBER,
    })
  }
}

function wrongValue(
  issue: z.core.$ZodIssue,
  raw: Readonly<Record<string, string>>,
  schema: z.core.$ZodObject,
): RequestProblem {
  const field = String(issue.path[0] ?? '')
  const value = raw[field]
  if (value === undefined) {
    return invalidParameter(field, undefined, {
      detail: `"${field}" is missing`,
      hint: `Add "${field}" to the query`,
    })
  }
  const detail = `"${value}" is not allowed for "${field}"`
  const parameter = schema._zod.def.shape[field]
  const members = parameter && choiceMembers(parameter)
  if (members !== undefined) return wrongMember(field, value, members)
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String)
    return invalidParameter(field, value, {
      detail,
      allowed,
      hint: didYouMean(value, allowed) ?? ONE_OF_ALLOWED,
    })
  }
  return invalidParameter(field, value, { detail, hint: hintOf(issue) })
}

function wrongMember(field: string, value: string, allowed: readonly string[]): RequestProblem {
  const wrong = value.split(',').find((member) => !allowed.includes(member))
  if (wrong === undefined) {
    return invalidParameter(field, value, {
      detail: `"${field}" names something twice`,
      allowed: [...allowed],
      hint: 'Name each once',
    })
  }
  return invalidParameter(field, value, {
    detail: `"${wrong}" is not allowed for "${field}"`,
    allowed: [...allowed],
    hint: didYouMean(wrong, allowed) ?? 'Several are separated by commas',
  })
}

function hintOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_small') return `At least ${issue.minimum}`
  if (issue.code === 'too_big')
    return `At most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`
  if (issue.code === 'invalid_type') return WHOLE_NUMBER
  if (issue.code === 'invalid_format' && issue.format === 'datetime')
    return 'An instant in UTC, as in 2026-11-18T03:00:00Z'
  return NAME_HINT
}
