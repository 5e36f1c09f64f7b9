import * as z from 'zod/mini'

import { didYouMean } from './closest-names.ts'
import { RequestProblem } from './problem.ts'

/** Room for every document a person fills in; who takes more says so in its operation. */
export const MAX_BODY_BYTES = 64 * 1024

/** Enough to recognize a value by, too little to fill a log or a screen with. */
const SHOWN_CHARACTERS = 200

/** What was sent, as the schema describes it; every field that is unknown, missing or wrong is refused by name. */
export async function parseBody<Schema extends z.core.$ZodType>(
  schema: Schema,
  request: Request,
  maxBytes = MAX_BODY_BYTES,
): Promise<z.output<Schema>> {
  refuseOtherContent(request)
  const sent = jsonFrom(await textOf(request, maxBytes))
  const parsed = z.safeParse(schema, sent)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw issue === undefined ? new Error('A failed parse without an issue') : wrongField(issue, sent, schema)
}

/** Where nothing is taken, something sent is a misunderstanding, not to be passed over. */
export async function refuseBody(request: Request): Promise<void> {
  if ((await textOf(request, MAX_BODY_BYTES)) === '') return
  throw new RequestProblem('invalid-body', {
    detail: 'This address takes no content',
    hint: 'Send the request without a body',
  })
}

/** A form or a plain text is what another site can send without being asked first; JSON is not. */
function refuseOtherContent(request: Request): void {
  const type = request.headers.get('content-type')
  if (type?.split(';')[0]?.trim().toLowerCase() === 'application/json') return
  throw new RequestProblem('unsupported-media-type', {
    detail:
      type === null ? 'The content has no type' : `Content of the type "${shown(type)}" is not taken here`,
    field: 'content-type',
    ...(type === null ? {} : { value: shown(type) }),
    allowed: ['application/json'],
    hint: 'Send JSON, with the header content-type: application/json',
  })
}

async function textOf(request: Request, maxBytes: number): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes)
  const reader = request.body?.getReader()
  if (reader === undefined) return ''
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoded(() => decoder.decode())
    bytes += value.byteLength
    if (bytes > maxBytes) {
      await reader.cancel()
      throw tooLarge(maxBytes)
    }
    text += decoded(() => decoder.decode(value, { stream: true }))
  }
}

function decoded(decode: () => string): string {
  try {
    return decode()
  } catch {
    throw new RequestProblem('invalid-body', {
      detail: 'The content is not text in UTF-8',
      hint: 'Send JSON in UTF-8, uncompressed',
    })
  }
}

/** What JSON can write and no database keeps as text: half a pair stands for no character. */
const unkeptEscapes = [
  { name: 'a zero character', written: /\\u0000/ },
  {
    name: 'half of a surrogate pair',
    written: /\\ud[89ab]..(?!\\ud[c-f])|(?<!\\ud[89ab]..)\\ud[c-f]/i,
  },
]

function refuseUnkeptEscapes(text: string): void {
  // A backslash that is written itself begins no escape.
  const escapes = text.replaceAll('\\\\', ' ')
  for (const { name, written } of unkeptEscapes) {
    const found = written.exec(escapes)
    if (found === null) continue
    throw new RequestProblem('invalid-body', {
      detail: `A text of the content holds ${name}`,
      hint: `Leave out ${found[0]}`,
    })
  }
}

function jsonFrom(text: string): unknown {
  refuseUnkeptEscapes(text)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new RequestProblem('invalid-body', {
      detail: text === '' ? 'Nothing was sent' : 'The content is not JSON',
      hint: error instanceof SyntaxError && text !== '' ? shown(error.message) : 'Send one JSON object',
    })
  }
}

function tooLarge(maxBytes: number): RequestProblem {
  return new RequestProblem('body-too-large', {
    detail: `More than ${maxBytes} bytes were sent`,
    allowed: [String(maxBytes)],
    hint: `Send at most ${maxBytes} bytes`,
  })
}

function wrongField(issue: z.core.$ZodIssue, sent: unknown, schema: z.core.$ZodType): RequestProblem {
  if (issue.code === 'unrecognized_keys') return unknownField(issue, schema)
  const field = fieldName(issue.path)
  const value = valueAt(sent, issue.path)
  if (value === undefined) {
    return new RequestProblem('invalid-body', {
      detail: field === '' ? 'The content is not an object' : `"${field}" is missing`,
      field,
      apiHint: 'GET /api/openapi.json says what this address takes',
    })
  }
  const allowed = issue.code === 'invalid_value' ? issue.values.map(String) : undefined
  return new RequestProblem('invalid-body', {
    detail:
      field === ''
        ? 'The content is not what this address takes'
        : `"${field}" has a value that is not allowed`,
    field,
    value: shown(valueText(value)),
    ...(allowed === undefined ? {} : { allowed }),
    hint: hintOf(issue, value, allowed),
    apiHint: 'GET /api/openapi.json says what is allowed',
  })
}

/** What holds more is named by its shape: writing it out would take as long as its sender wants it to. */
function valueText(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object' && value !== null) return 'an object'
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function unknownField(issue: z.core.$ZodIssueUnrecognizedKeys, schema: z.core.$ZodType): RequestProblem {
  const [key = ''] = issue.keys
  // Only the outermost object's fields are at hand; further in, the description has to do.
  const known = issue.path.length === 0 && schema instanceof z.ZodMiniObject ? Object.keys(schema.shape) : []
  return new RequestProblem('invalid-body', {
    detail: `There is no field "${shown(key)}" here`,
    field: shown(fieldName([...issue.path, key])),
    ...(known.length === 0 ? {} : { allowed: known }),
    hint: didYouMean(key, known) ?? 'Leave it out',
    apiHint: 'GET /api/openapi.json lists the fields',
  })
}

/** `targets.0.ratio`, as the field would be reached in JavaScript. */
function fieldName(path: readonly PropertyKey[]): string {
  return path.map(String).join('.')
}

function valueAt(sent: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = sent
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = Reflect.get(value, key)
  }
  return value
}

function shown(text: string): string {
  return text.length <= SHOWN_CHARACTERS ? text : `${text.slice(0, SHOWN_CHARACTERS)}…`
}

function hintOf(
  issue: z.core.$ZodIssue,
  value: unknown,
  allowed: readonly string[] | undefined,
): string | undefined {
  if (allowed !== undefined)
    return (
      (typeof value === 'string' ? didYouMean(value, allowed) : undefined) ?? 'Give one of the allowed values'
    )
  if (issue.code === 'too_small') return `At least ${issue.minimum}${unitOf(issue.origin)}`
  if (issue.code === 'too_big') return `At most ${issue.maximum}${unitOf(issue.origin)}`
  if (issue.code === 'invalid_type') return `It must be ${article(issue.expected)}`
  return issue.code === 'custom' ? issue.message : undefined
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters'
  return origin === 'array' ? ' entries' : ''
}

function article(type: string): string {
  if (type === 'int') return 'a whole number'
  return /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`
}
