import type * as z from 'zod/mini'

import { didYouMean } from '../closest-names.ts'

/** Why something is not kept: what is wrong, and what would be right. */
export type Refusal = Readonly<{ field: string | null; value: string | null; detail: string; hint: string }>

const MOST_VALUE_CHARACTERS = 80
const MOST_FIELD_CHARACTERS = 100

/** The first of a record's mistakes, in words. */
export function refusalOf(issue: z.core.$ZodIssue, record: unknown, fields: readonly string[]): Refusal {
  if (issue.code === 'unrecognized_keys') return unknownField(issue.keys[0] ?? '', fields)
  const field = fieldName(issue.path)
  const value = valueAt(record, issue.path)
  const shown = shownValue(value)
  if (field === '') return { field: null, value: shown, detail: 'The line is no object', hint: OBJECT_HINT }
  if (value === undefined)
    return { field, value: null, detail: `"${field}" is missing`, hint: `It must be ${wanted(issue, field)}` }
  return { field, value: shown, detail: `"${field}" is ${shown}`, hint: `It must be ${wanted(issue, field)}` }
}

const OBJECT_HINT = 'One JSON object a line, as in {"id": "INC-1"}'

export function noJson(text: string): Refusal {
  return { field: null, value: shownValue(text), detail: 'The line is not JSON', hint: OBJECT_HINT }
}

/** A name that stands for nothing here. */
export function unknownName(
  field: string,
  value: string,
  what: string,
  known: Iterable<string>,
  otherwise: string,
): Refusal {
  return {
    field,
    value: shownValue(value),
    detail: `There is no ${what} ${shownValue(value)}`,
    hint: didYouMean(value, known) ?? otherwise,
  }
}

function unknownField(name: string, fields: readonly string[]): Refusal {
  const field = name.slice(0, MOST_FIELD_CHARACTERS)
  return {
    field,
    value: null,
    detail: `There is no field "${field}"`,
    hint: didYouMean(name, fields) ?? `The fields are ${fields.join(', ')}`,
  }
}

function fieldName(path: readonly PropertyKey[]): string {
  return path.map(String).join('.').slice(0, MOST_FIELD_CHARACTERS)
}

function valueAt(record: unknown, path: readonly PropertyKey[]): unknown {
  let value = record
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Object.getOwnPropertyDescriptor(value, key)?.value
  }
  return value
}

/** Never what is inside: it may be of any size and depth. */
function shownValue(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object' && value !== null) return 'an object'
  const text = typeof value === 'string' ? `"${value.slice(0, MOST_VALUE_CHARACTERS)}"` : String(value)
  return typeof value === 'string' && value.length > MOST_VALUE_CHARACTERS ? `${text}…` : text
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
}

function wanted(issue: z.core.$ZodIssue, field: string): string {
  if (issue.code === 'custom') return issue.message
  if (issue.code === 'invalid_type') return typeNames[issue.expected] ?? issue.expected
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`
  if (issue.code === 'invalid_format') return formatWanted(issue, field)
  if (issue.code === 'too_small')
    return issue.origin === 'array' ? `a list of at least ${issue.minimum}` : atLeast(issue)
  if (issue.code === 'too_big')
    return `at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`
  return 'another value'
}

function atLeast({ minimum, inclusive }: z.core.$ZodIssueTooSmall): string {
  return inclusive === false ? `more than ${minimum}` : `at least ${minimum}`
}

function formatWanted(issue: z.core.$ZodIssueInvalidStringFormat, field: string): string {
  if (issue.format === 'datetime') return 'an instant in UTC, as in 2026-11-18T03:00:00Z'
  if (issue.format === 'url') return 'an address that begins with https:// or http://'
  // Where the pattern says itself what it wants, that; a name is the only one that does not.
  if (issue.message !== 'Invalid input') return issue.message
  return `a name in lower case letters and digits with - or . between them, as the ${field.split('.')[0] ?? ''} has in the catalog`
}
