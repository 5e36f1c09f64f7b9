import type { Mistake } from '../../yaml/mistake.ts'
import { comparePlaces } from '../../yaml/mistake.ts'
import { readDocument } from './read-document.ts'
import { resolveCatalog, type ResolvedCatalog } from './resolve-catalog.ts'
import { slugFrom } from '../../../src/domain/slug.ts'
import type { SourceDocument } from '../../yaml/source-document.ts'
import { readYaml } from '../../yaml/yaml-documents.ts'

export type CatalogFile = Readonly<{ name: string; text: string }>

export type ReadCatalog = ResolvedCatalog &
  Readonly<{
    /** By place. */
    mistakes: readonly Mistake[]
    documentCount: number
  }>

/** The catalog that the files agree on. A wrong part is a mistake and stays out; everything else is in. */
export function readCatalog(files: readonly CatalogFile[]): ReadCatalog {
  const read = files.map(({ name, text }) => readYaml(name, text))
  const documents = read.flatMap((file) => file.documents)
  const declarations = documents.flatMap(readDocument)
  const resolved = resolveCatalog(declarations, namesWithMistakes(documents))
  const mistakes = [
    ...read.flatMap((file) => file.mistakes),
    ...documents.flatMap((document) => document.mistakes),
  ]
  return {
    ...resolved,
    mistakes: mistakes.toSorted((a, b) => comparePlaces(a.place, b.place)),
    documentCount: documents.length,
  }
}

/** So that a reference to a document that could not be used is not said to name nothing. */
function namesWithMistakes(documents: readonly SourceDocument[]): ReadonlySet<string> {
  return new Set(
    documents
      .filter(({ mistakes }) => mistakes.some(({ severity }) => severity === 'error'))
      .flatMap((document) => {
        const kind = document.valueAt(['kind'])
        const name = document.valueAt(['metadata', 'name'])
        return typeof kind === 'string' && typeof name === 'string' ? [`${kind} ${slugFrom(name)}`] : []
      }),
  )
}
