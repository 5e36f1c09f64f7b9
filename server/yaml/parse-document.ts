import * as z from 'zod/mini'

import { closestNames } from '../closest-names.ts'
import { fieldName, type FieldPath } from './mistake.ts'
import type { SourceDocument } from './source-document.ts'

/** What is wrong in more places is wrong as a whole; telling of a million would keep the reader busy. */
const MOST_ISSUES = 50

/** The part of a document at `path` as this schema has it, or null with a mistake for each thing that is not so. */
export function parsePart<Schema extends z.core.$ZodType>(
  document: SourceDocument,
  schema: Schema,
  path: FieldPath = [],
): z.output<Schema> | null {
  const parsed = z.safeParse(schema, document.valueAt(path))
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.slice(0, MOST_ISSUES)
  for (const issue of issues) noteIssue(document, schema, path, issue, unknownBeside(issue.path, issues))
  return null
}

function noteIssue(
  document: SourceDocument,
  schema: z.core.$ZodType,
  base: FieldPath,
  issue: z.core.$ZodIssue,
  misspelt: readonly string[],
): void {
  const inside = issue.path.map((part) => (typeof part === 'symbol' ? part.toString() : part))
  const path = [...base, ...inside]
  if (issue.code === 'unrecognized_keys') {
    const known = fieldsOf(schemaAt(schema, inside))
    for (const key of issue.keys.slice(0, MOST_ISSUES)) noteUnknownField(document, [...path, key], key, known)
    return
  }
  const value = document.valueAt(path)
  if (issue.code === 'custom') {
    document.error({ rule: 'contradiction', path, problem: issue.message })
    return
  }
  const expected = expectation(issue, schemaAt(schema, inside))
  if (value === undefined || value === null) {
    const isMisspelt = misspelt.some((name) => closestNames(name, [String(path.at(-1))]).length > 0)
    if (!isMisspelt)
      document.error({ rule: 'missing-field', path, problem: `is missing; it must be ${expected}` })
    return
  }
  document.error({
    rule: ruleOf(issue),
    path,
    problem: `it must be ${expected}`,
    hint: hintFor(issue, value),
  })
}

function noteUnknownField(
  document: SourceDocument,
  path: FieldPath,
  key: string,
  known: readonly string[],
): void {
  const around = fieldName(path.slice(0, -1))
  const [closest] = closestNames(key, known)
  document.error({
    rule: 'unknown-field',
    path,
    problem: `is no field ${around === '' ? 'of the document' : `of ${around}`}`,
    hint: closest === undefined ? `Known here: ${known.join(', ')}.` : `Did you mean ${closest}?`,
  })
}

/** Unknown fields beside a missing one: where one is nearly called like it, the slip is told once. */
function unknownBeside(path: readonly PropertyKey[], issues: readonly z.core.$ZodIssue[]): readonly string[] {
  const holder = path.slice(0, -1).join()
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' && issue.path.join() === holder
      ? issue.keys.slice(0, MOST_ISSUES)
      : [],
  )
}

/** What one value fails to be by this schema, to go on after "it must be"; null where it is as it should be. */
export function unmetBy(schema: z.core.$ZodType, value: unknown): string | null {
  const parsed = z.safeParse(schema, value)
  const [issue] = parsed.success ? [] : parsed.error.issues
  return issue === undefined ? null : expectation(issue, bare(schema))
}

function expectation(issue: z.core.$ZodIssue, schema: z.core.$ZodType | undefined): string {
  if (issue.code === 'invalid_value') return issue.values.map(String).join(' or ')
  if (issue.code === 'too_small') {
    if (issue.origin === 'string') return 'a text that is not empty'
    if (issue.origin === 'array') return `a list of at least ${issue.minimum}`
    return `${issue.inclusive ? 'at least' : 'above'} ${issue.minimum}`
  }
  if (issue.code === 'too_big') {
    if (issue.origin === 'string') return `a text of at most ${issue.maximum} characters`
    if (issue.origin === 'array') return `a list of at most ${issue.maximum}`
    return `${issue.inclusive ? 'at most' : 'below'} ${issue.maximum}`
  }
  return describedAs(schema) ?? (issue.code === 'invalid_type' ? typeName(issue.expected) : 'something else')
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
}

const typeName = (type: string) => typeNames[type] ?? type

function describedAs(schema: z.core.$ZodType | undefined): string | undefined {
  return schema && z.globalRegistry.get(schema)?.description
}

function ruleOf({ code }: z.core.$ZodIssue) {
  if (code === 'too_small' || code === 'too_big') return 'out-of-range'
  return code === 'invalid_type' || code === 'invalid_union' ? 'wrong-type' : 'wrong-value'
}

function hintFor(issue: z.core.$ZodIssue, value: unknown): string | undefined {
  if (issue.code === 'invalid_value' && typeof value === 'string') {
    const [closest] = closestNames(value, issue.values.map(String))
    return closest === undefined ? undefined : `Did you mean ${closest}?`
  }
  if (issue.code !== 'invalid_type') return undefined
  if (issue.expected === 'string' && typeof value !== 'object')
    return `Put it in quotes: "${JSON.stringify(value)}".`
  if (issue.expected === 'number' && typeof value === 'string' && Number.isFinite(Number(value)))
    return `Write it without quotes: ${value}.`
  if (issue.expected === 'array') return 'Begin each item with "- ".'
  return undefined
}

function fieldsOf(schema: z.core.$ZodType | undefined): readonly string[] {
  return schema instanceof z.core.$ZodObject ? Object.keys(schema._zod.def.shape) : []
}

export function schemaAt(schema: z.core.$ZodType, path: FieldPath): z.core.$ZodType | undefined {
  let found: z.core.$ZodType | undefined = bare(schema)
  for (const part of path) {
    if (found instanceof z.core.$ZodObject) found = bare(found._zod.def.shape[String(part)])
    else if (found instanceof z.core.$ZodArray) found = bare(found._zod.def.element)
    else if (found instanceof z.core.$ZodRecord) found = bare(found._zod.def.valueType)
    else return undefined
  }
  return found
}

function bare(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  const isWrapped =
    schema instanceof z.core.$ZodOptional ||
    schema instanceof z.core.$ZodDefault ||
    schema instanceof z.core.$ZodPrefault
  return isWrapped ? bare(schema._zod.def.innerType) : schema
}
