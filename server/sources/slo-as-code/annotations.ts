import * as z from 'zod/mini'

import type { Runbook } from '../../../src/contract/catalog.ts'
import { linkSchema } from '../../../src/contract/record-fields.ts'
import { closestNames } from '../../closest-names.ts'
import type { Reference } from './declarations.ts'
import type { FieldPath } from '../../yaml/mistake.ts'
import { parsePart } from '../../yaml/parse-document.ts'
import type { SourceDocument } from '../../yaml/source-document.ts'

export const ANNOTATION_PREFIX = 'sre-indicators/'

const names = [
  'sli',
  'service',
  'team',
  'endpoint',
  'deployments',
  'priority',
  'threshold-ms',
  'runbook',
  'first-moves',
] as const
type Name = (typeof names)[number]

const prioritySchema = z.string().check(z.regex(/^[1-5]$/), z.describe('1 to 5 in quotes, 1 the highest'))
const thresholdSchema = z
  .string()
  .check(z.regex(/^\d+(?:\.\d+)?$/), z.describe('a number of milliseconds in quotes, such as "300"'))
const endpointSchema = z.string().check(z.regex(/[a-z0-9]/i), z.describe('an endpoint such as "GET /orders"'))
const runbookUrlSchema = linkSchema.check(z.describe('an address such as https://runbooks.example/checkout'))
const nameSchema = z.string().check(z.minLength(1), z.describe('a name'))

/** What other formats have no field for, as annotations that their own tools pass over. */
export type Annotations = Readonly<{
  text(name: Name): string | null
  reference(name: Name): Reference | null
  references(name: Name): readonly Reference[] | null
  priority: number | null
  thresholdMs: number | null
  runbook: Runbook | null
}>

/** Null where an annotation of ours is wrong; those of others are none of our business. */
export function readAnnotations(document: SourceDocument, path: FieldPath): Annotations | null {
  const found = document.valueAt(path)
  const keys = typeof found === 'object' && found !== null ? Object.keys(found) : []
  // One more than there are, so that a wrong one is among them however many there are.
  const ours = keys.filter((key) => key.startsWith(ANNOTATION_PREFIX)).slice(0, names.length + 1)
  const isRight = ours.map((key) => isKnown(document, path, key) && isWellFormed(document, path, key))
  if (isRight.includes(false)) return null

  const text = (name: Name): string | null => {
    const value = document.valueAt([...path, `${ANNOTATION_PREFIX}${name}`])
    return typeof value === 'string' ? value : null
  }
  const at = (name: Name) => ({ document, path: [...path, `${ANNOTATION_PREFIX}${name}`] })
  const numberOf = (name: Name) => (text(name) === null ? null : Number(text(name)))
  return {
    text,
    reference(name) {
      const value = text(name)
      return value === null ? null : { ...at(name), name: value }
    },
    references(name) {
      const items = (text(name) ?? '').split(',').map((item) => item.trim())
      const named = items.filter((item) => item !== '')
      return named.length === 0 ? null : named.map((item) => ({ ...at(name), name: item }))
    },
    priority: numberOf('priority'),
    thresholdMs: numberOf('threshold-ms'),
    runbook: runbookOf(text('runbook'), linesOf(text('first-moves'))),
  }
}

/** A move a line. */
function linesOf(text: string | null): readonly string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

export function runbookOf(url: string | null, firstMoves: readonly string[]): Runbook | null {
  return url === null && firstMoves.length === 0 ? null : { url, firstMoves: [...firstMoves] }
}

function isKnown(document: SourceDocument, path: FieldPath, key: string): boolean {
  const name = key.slice(ANNOTATION_PREFIX.length)
  if (names.some((known) => known === name)) return true
  const [closest] = closestNames(name, names)
  document.error({
    rule: 'unknown-field',
    path: [...path, key],
    problem: 'is no annotation of this app',
    hint:
      closest === undefined
        ? `Known: ${names.map((known) => ANNOTATION_PREFIX + known).join(', ')}.`
        : `Did you mean ${ANNOTATION_PREFIX}${closest}?`,
  })
  return false
}

function isWellFormed(document: SourceDocument, path: FieldPath, key: string): boolean {
  const schemas: Readonly<Record<string, z.ZodMiniType>> = {
    priority: prioritySchema,
    endpoint: endpointSchema,
    'threshold-ms': thresholdSchema,
    runbook: runbookUrlSchema,
  }
  const schema = schemas[key.slice(ANNOTATION_PREFIX.length)] ?? nameSchema
  return parsePart(document, schema, [...path, key]) !== null
}
