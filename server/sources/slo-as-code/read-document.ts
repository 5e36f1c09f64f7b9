import { closestNames } from '../../closest-names.ts'
import type { Declaration } from './declarations.ts'
import { openSloAlertingKinds, openSloKinds } from './openslo-schemas.ts'
import { readOpenSlo, type OpenSloKind } from './openslo.ts'
import { ownKinds, OWN_VERSION } from './own-kinds.ts'
import { readPyrra } from './pyrra.ts'
import { readOwnKind, type OwnKind } from './read-own-kinds.ts'
import { readSlothFile, readSlothResource } from './sloth.ts'
import type { SourceDocument } from '../../yaml/source-document.ts'

const SLOTH_FILE = 'prometheus/v1'

const kindsOfVersion: Readonly<Record<string, readonly string[]>> = {
  'openslo/v1': [...Object.keys(openSloKinds), ...openSloAlertingKinds],
  'sloth.slok.dev/v1': ['PrometheusServiceLevel'],
  'pyrra.dev/v1alpha1': ['ServiceLevelObjective'],
  [OWN_VERSION]: Object.keys(ownKinds),
}
const versions = Object.keys(kindsOfVersion)

/** What one document declares, in whichever of the formats it is; its mistakes stay with it. */
export function readDocument(document: SourceDocument): readonly Declaration[] {
  const version = document.valueAt(['version'])
  if (version !== undefined && document.valueAt(['apiVersion']) === undefined) {
    return version === SLOTH_FILE ? readSlothFile(document) : unknownSlothVersion(document)
  }
  const apiVersion = document.valueAt(['apiVersion'])
  const kinds =
    typeof apiVersion === 'string' && Object.hasOwn(kindsOfVersion, apiVersion)
      ? kindsOfVersion[apiVersion]
      : undefined
  if (typeof apiVersion !== 'string' || kinds === undefined) return unknownVersion(document, apiVersion)
  const kind = document.valueAt(['kind'])
  if (typeof kind !== 'string' || !kinds.includes(kind)) return unknownKind(document, apiVersion, kind, kinds)
  if (isOpenSloKind(apiVersion, kind)) return readOpenSlo(kind, document)
  if (isOwnKind(apiVersion, kind)) return readOwnKind(kind, document)
  if (kind === 'PrometheusServiceLevel') return readSlothResource(document)
  return kind === 'ServiceLevelObjective' ? readPyrra(document) : []
}

const isOpenSloKind = (version: string, kind: string): kind is OpenSloKind =>
  version === 'openslo/v1' && Object.hasOwn(openSloKinds, kind)

const isOwnKind = (version: string, kind: string): kind is OwnKind =>
  version === OWN_VERSION && Object.hasOwn(ownKinds, kind)

function unknownSlothVersion(document: SourceDocument): readonly Declaration[] {
  const problem = `it must be ${SLOTH_FILE}, Sloth's format`
  document.error({ rule: 'unknown-version', path: ['version'], problem })
  return []
}

function unknownKind(
  document: SourceDocument,
  apiVersion: string,
  kind: unknown,
  kinds: readonly string[],
): readonly Declaration[] {
  const [closest] = typeof kind === 'string' ? closestIgnoringCase(kind, kinds) : []
  document.error({
    rule: kind === undefined ? 'missing-field' : 'unknown-kind',
    path: ['kind'],
    problem: `${kind === undefined ? 'is missing; ' : ''}it must be ${orList(kinds)} with ${apiVersion}`,
    hint: closest === undefined ? undefined : `Did you mean ${closest}?`,
  })
  return []
}

/** Folders hold other YAML too. What is nearly one of ours is a slip; what is not is passed over, and said so. */
function unknownVersion(document: SourceDocument, apiVersion: unknown): readonly Declaration[] {
  const path = ['apiVersion']
  if (typeof apiVersion !== 'string') {
    const problem = `is missing; it must be ${orList(versions)} (or version: ${SLOTH_FILE})`
    document.error({ rule: 'missing-field', path, problem })
    return []
  }
  const group = apiVersion.split('/')[0] ?? ''
  const sameGroup = versions.filter((version) => version.startsWith(`${group}/`))
  const [closest] = sameGroup.length > 0 ? sameGroup : closestIgnoringCase(apiVersion, versions)
  if (closest === undefined) {
    const problem = 'is none of the formats read here, so this document is passed over'
    document.warn({
      rule: 'unknown-version',
      path,
      problem,
      hint: `Formats: ${orList([...versions, SLOTH_FILE])}.`,
    })
  } else {
    document.error({ rule: 'unknown-version', path, problem: `it must be ${closest}` })
  }
  return []
}

function closestIgnoringCase(name: string, known: readonly string[]): readonly string[] {
  const same = known.filter((candidate) => candidate.toLowerCase() === name.toLowerCase())
  return same.length > 0 ? same : closestNames(name, known)
}

function orList(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names)
}
