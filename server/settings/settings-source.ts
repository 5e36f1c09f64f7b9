import { readFileSync } from 'node:fs'

import { shownValue, type Mistake } from '../yaml/mistake.ts'
import { parsePart, schemaAt, unmetBy } from '../yaml/parse-document.ts'
import type { SourceDocument } from '../yaml/source-document.ts'
import { readYaml } from '../yaml/yaml-documents.ts'
import { settingsSchema, variables } from './settings-schema.ts'
import { isSecretField, type Environment, type Variable } from './variable.ts'

const DEFAULT_FILE = 'sre-indicators.yaml'

export type FoundFile = Readonly<{
  document: SourceDocument | null
  mistakes: readonly Mistake[]
  unreadable: string | null
}>

/** The file that CONFIG names, else the one in the working folder, which may also not be there. */
export function findSettingsFile({ CONFIG }: Environment): FoundFile {
  const name = CONFIG || DEFAULT_FILE
  try {
    return readSettingsText(name, readFileSync(name, 'utf8'))
  } catch (error) {
    const nothing = { document: null, mistakes: [], unreadable: null }
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (isAbsent && !CONFIG) return nothing
    const reason = isAbsent ? 'there is no such file' : error instanceof Error ? error.message : String(error)
    return { ...nothing, unreadable: `${CONFIG ? 'CONFIG names ' : ''}${name}: ${reason}` }
  }
}

function readSettingsText(name: string, text: string): FoundFile {
  const { documents, mistakes } = readYaml(name, text)
  const [document = null, second] = documents
  if (document === null) return { document, mistakes, unreadable: null }
  parsePart(document, settingsSchema)
  second?.error({ rule: 'contradiction', path: [], problem: 'one document says it all; take the others out' })
  const found = [...mistakes, ...document.mistakes, ...(second?.mistakes ?? [])]
  return { document, mistakes: found.map(withoutSecret), unreadable: null }
}

/** Who writes the secret where its variable's name belongs shall not find it in a log. */
function withoutSecret(mistake: Mistake): Mistake {
  const isSecret = isSecretField(mistake.field.split('.').at(-1) ?? '')
  return isSecret && mistake.value !== undefined ? { ...mistake, value: 'something else' } : mistake
}

type Overridden = Readonly<{ value: Readonly<Record<string, unknown>>; mistakes: readonly string[] }>

/** What the file says, with the environment's word in place of it where both speak. */
export function override(file: unknown, environment: Environment): Overridden {
  const value: Record<string, Record<string, unknown>> = {}
  for (const [section, fields] of Object.entries(asRecord(file))) value[section] = { ...asRecord(fields) }
  const mistakes: string[] = []
  for (const variable of variables) {
    const text = environment[variable.name]
    if (text === undefined || text === '') continue
    const meant = meantBy(variable, text)
    const unmet = unmetBy(fieldSchema(variable), meant)
    if (unmet !== null) mistakes.push(`${variable.name} is ${shownValue(text)}; it must be ${unmet}`)
    else put(value, variable, meant, environment)
  }
  return { value, mistakes }
}

function meantBy({ kind, name }: Variable, text: string): unknown {
  if (kind === 'secret') return name
  return kind === 'number' && /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text
}

function fieldSchema({ name, field }: Variable) {
  const schema = schemaAt(settingsSchema, field)
  if (schema === undefined) throw new Error(`${name} overrides ${field.join('.')}, which is no setting`)
  return schema
}

/** Another variable is no lesser word: only what the file says gives way. */
function put(
  value: Record<string, Record<string, unknown>>,
  { field: [section, ...path], outranks = [] }: Variable,
  meant: unknown,
  environment: Environment,
): void {
  let place = (value[section] ??= {})
  const isSet = (name: string) =>
    variables.some(
      (other) => other.field[0] === section && other.field[1] === name && Boolean(environment[other.name]),
    )
  for (const outranked of outranks) if (!isSet(outranked)) delete place[outranked]
  for (const part of path.slice(0, -1)) {
    const inside = { ...asRecord(place[part]) }
    place[part] = inside
    place = inside
  }
  place[path.at(-1) ?? ''] = meant
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}
