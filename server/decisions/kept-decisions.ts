import { type DecisionSignature } from '../../src/contract/decision-answers.ts'
import {
  decisionOf,
  effectOf,
  signatureOf,
  type DecisionBody,
  type DecisionEffect,
} from '../../src/contract/decisions.ts'
import { canonicalJson } from '../../src/domain/canonical-json.ts'
import { agreedOn, effectiveFrom, type SignedVersion } from '../../src/domain/decision.ts'
import type { Entry, EntryStore } from '../entry-ports.ts'
import { sha256 } from '../token-secret.ts'

type Signed = NonNullable<DecisionSignature['signed']>

/** One version of one record, with who signed this very version. */
export type KeptVersion = Readonly<{
  entry: Entry
  body: DecisionBody
  hash: string
  signatures: readonly (Signed | null)[]
}>

export type KeptDecision = Readonly<{
  id: string
  latest: KeptVersion
  /** The newest version that all signed; null where none is, or it was withdrawn. */
  standing: KeptVersion | null
  effect: Readonly<{ entry: Entry; effect: DecisionEffect }> | null
}>

/** One line of the deciders of one version: nobody signs twice, and two people sign at once without waiting for each other. */
export function signatureKey(decision: string, version: number, place: number): string {
  return `${decision} ${version} ${place}`
}

/** SHA-256 of what is signed, worked out here and never taken from whoever signs. */
export async function contentHash(decision: string, version: number, body: DecisionBody): Promise<string> {
  return sha256(canonicalJson({ decision, version, body }))
}

type SignatureEntries = ReadonlyMap<string, Entry>

export async function readSignatures(entries: EntryStore): Promise<SignatureEntries> {
  return new Map((await entries.list('decision-signature')).map((entry) => [entry.key, entry]))
}

/** Null for what can no longer be read. */
export async function keptVersion(entry: Entry, signatures: SignatureEntries): Promise<KeptVersion | null> {
  const body = decisionOf(entry.body)
  if (body === null) return null
  // Taking back changes nothing of what was signed, nor who did.
  const version = entry.isWithdrawn ? entry.version - 1 : entry.version
  const hash = await contentHash(entry.key, version, { ...body, withdrawnBecause: null })
  return {
    entry,
    body,
    hash,
    signatures: body.deciders.map((_decider, place) =>
      signedBy(signatures.get(signatureKey(entry.key, version, place)), hash),
    ),
  }
}

function signedBy(entry: Entry | undefined, hash: string): Signed | null {
  const signature = entry === undefined ? null : signatureOf(entry.body)
  if (entry === undefined || signature === null) return null
  return {
    person: entry.by.id,
    name: entry.by.name,
    at: entry.at,
    method: signature.method,
    hash: signature.hash,
    isFitting: signature.hash === hash,
  }
}

/** What does not fit its content is no signature of it. */
export function signedVersion({ body, signatures }: KeptVersion): SignedVersion {
  return {
    isDraft: body.isDraft,
    validFrom: body.validFrom,
    signedOn: signatures.map((one) => (one?.isFitting === true ? one.at.slice(0, 10) : null)),
  }
}

/** Every record as it stands, by id. */
export async function readDecisions(entries: EntryStore): Promise<readonly KeptDecision[]> {
  const [latest, signatures, effects] = await Promise.all([
    entries.list('decision'),
    readSignatures(entries),
    entries.list('decision-effect'),
  ])
  const checked = new Map(effects.map((entry) => [entry.key, entry]))
  const kept = await Promise.all(
    latest.map(async (entry): Promise<KeptDecision | null> => {
      const version = await keptVersion(entry, signatures)
      if (version === null) return null
      const check = checked.get(entry.key)
      const effect = check === undefined || check.isWithdrawn ? null : effectOf(check.body)
      return {
        id: entry.key,
        latest: version,
        standing: await standingVersion(version, entries, signatures),
        effect: check === undefined || effect === null ? null : { entry: check, effect },
      }
    }),
  )
  return kept.filter((one) => one !== null)
}

async function standingVersion(
  latest: KeptVersion,
  entries: EntryStore,
  signatures: SignatureEntries,
): Promise<KeptVersion | null> {
  const { entry } = latest
  if (entry.isWithdrawn) return null
  if (agreedOn(signedVersion(latest)) !== null) return latest
  // Only who changed what was signed has a version that stands meanwhile.
  if (entry.version === 1) return null
  const [, ...earlier] = await entries.history('decision', entry.key)
  for (const one of earlier) {
    const version = await keptVersion(one, signatures)
    if (version !== null && agreedOn(signedVersion(version)) !== null) return version
  }
  return null
}

export type Successor = Readonly<{ id: string; from: string }>

/** By the record whose place was taken: which one took it, and from which day. */
export function successors(all: readonly KeptDecision[]): ReadonlyMap<string, Successor> {
  const found = new Map<string, Successor>()
  for (const { id, standing } of all) {
    const from = standing === null ? null : effectiveFrom(signedVersion(standing))
    const former = standing?.body.supersedes
    if (former == null || from === null) continue
    const known = found.get(former)
    if (known === undefined || from < known.from) found.set(former, { id, from })
  }
  return found
}
