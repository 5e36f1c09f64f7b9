import * as z from 'zod/mini'

import { comparePlaces, fieldName, mistakeLine, type FieldPath } from '../yaml/mistake.ts'
import type { SourceDocument } from '../yaml/source-document.ts'
import { prometheusUrlMistake } from './collector-settings.ts'
import { exposureMistake } from './access-settings.ts'
import { settingsSchema, type SettingsFile } from './settings-schema.ts'
import { findSettingsFile, override } from './settings-source.ts'
import { storePlace, storePlaceMistake, type StorePlace } from './store-settings.ts'
import { isSecretField, type Environment } from './variable.ts'

export type Settings = SettingsFile &
  Readonly<{
    storePlace: StorePlace | null
    /** A new store begins without the simulated organization. */
    startsEmpty: boolean
    /** The secret that a field ending in FromEnv names; that it is there was checked at the start. */
    secret: (name: string) => string
  }>

/** Everything that is wrong, at once: who mends one mistake a start mends the last one late. */
export class SettingsError extends Error {
  readonly mistakes: readonly string[]

  constructor(mistakes: readonly string[]) {
    super(mistakes.join('\n'))
    this.name = 'SettingsError'
    this.mistakes = mistakes
  }
}

/** A setting that is wrong stops the start: a server on another port than asked for would be looked for in vain. */
export function readSettings(environment: Environment, words: readonly string[] = []): Settings {
  const file = findSettingsFile(environment)
  const overridden = override(file.document?.value, environment)
  const parsed = z.safeParse(settingsSchema, overridden.value)
  const told = new Set(file.mistakes.map(({ field }) => field))
  const mistakes = [
    ...(file.unreadable === null ? [] : [file.unreadable]),
    ...file.mistakes.toSorted((a, b) => comparePlaces(a.place, b.place)).map(mistakeLine),
    ...overridden.mistakes,
    ...secretMistakes(overridden.value, file.document, environment),
    ...contradictions(parsed.error?.issues ?? [], told),
    ...wordMistakes(words),
  ]
  const secret = (name: string) => environment[name] ?? ''
  const place = parsed.success ? storePlace(parsed.data.store, secret) : null
  if (parsed.success && words.includes('--empty') && place === null)
    mistakes.push('--empty begins a place to keep data; with STORE=memory there is none')
  const isFollowing = parsed.success && parsed.data.catalog.path !== undefined
  if (isFollowing && place === null)
    mistakes.push('catalog.path (CATALOG_DIR) needs a place to keep data; with STORE=memory there is none')
  const exposure = parsed.success ? exposureMistake(parsed.data.server.host, parsed.data.access) : null
  if (exposure !== null) mistakes.push(exposure)
  if (mistakes.length > 0) throw new SettingsError(mistakes)
  if (!parsed.success) throw parsed.error
  return { ...parsed.data, storePlace: place, startsEmpty: isFollowing || words.includes('--empty'), secret }
}

function wordMistakes(words: readonly string[]): readonly string[] {
  return words
    .filter((word) => word !== '--empty')
    .map((word) => `"${word}" is not known here; there is --empty`)
}

/** What comes of the file and the environment together has no place in either. */
function contradictions(issues: readonly z.core.$ZodIssue[], told: ReadonlySet<string>): readonly string[] {
  return issues
    .filter(({ code }) => code === 'custom')
    .map(({ path, message }) => ({ field: path.map(String).join('.'), message }))
    .filter(({ field }) => !told.has(field))
    .map(({ field, message }) => `${field}: ${message}`)
}

function secretMistakes(
  value: unknown,
  document: SourceDocument | null,
  environment: Environment,
): readonly string[] {
  return [...secretFields(value)].flatMap(({ path, name }) => {
    const secret = environment[name]
    const place = document?.valueAt(path) === name ? document.placeOf(path) : null
    const at = place === null ? '' : `${place.file}:${place.line}:${place.column} error ${fieldName(path)}: `
    if (!secret) return [`${at}the environment has no ${name}`]
    const wrong = addressMistakes[path.at(-1) ?? '']?.(name, secret) ?? null
    return wrong === null ? [] : [`${at}${wrong}`]
  })
}

/** Secrets of which is known what they look like. */
const addressMistakes: Readonly<Record<string, (name: string, secret: string) => string | null>> = {
  databaseUrlFromEnv: storePlaceMistake,
  prometheusUrlFromEnv: prometheusUrlMistake,
}

function* secretFields(
  value: unknown,
  path: FieldPath = [],
): Generator<Readonly<{ path: FieldPath; name: string }>> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inside] of Object.entries(value)) {
    const part = Array.isArray(value) ? Number(key) : key
    if (typeof inside !== 'string') yield* secretFields(inside, [...path, part])
    // A name of another form is a mistake of the file, told with its place.
    else if (isSecretField(key) && /^[A-Z_][A-Z0-9_]*$/.test(inside))
      yield { path: [...path, part], name: inside }
  }
}
