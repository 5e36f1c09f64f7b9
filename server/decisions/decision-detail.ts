import { type DecisionDetail, type DecisionVersion } from '../../src/contract/decision-answers.ts'
import { effectOf } from '../../src/contract/decisions.ts'
import type { ApiContext } from '../context.ts'
import type { Entry } from '../entry-ports.ts'
import { instantOf } from '../instant.ts'
import type { StandingDecision } from './decision-rows.ts'
import { keptVersion, readSignatures, type KeptVersion } from './kept-decisions.ts'

/** All of one record, down to the version that nobody signed. */
export async function decisionDetail(
  { row }: StandingDecision,
  all: readonly StandingDecision[],
  { deps: { entries, now } }: Pick<ApiContext, 'deps'>,
): Promise<DecisionDetail> {
  const [history, effects, signatures] = await Promise.all([
    entries.history('decision', row.id),
    entries.history('decision-effect', row.id),
    readSignatures(entries),
  ])
  const kept = await Promise.all(history.map((entry) => keptVersion(entry, signatures)))
  const versions = kept.filter((version) => version !== null)
  const other = (id: string | null) => {
    const one = all.find((known) => known.row.id === id)?.row
    return one === undefined ? null : { id: one.id, title: one.title, state: one.state }
  }
  return {
    decision: row,
    versions: versions.map(versionOnWire),
    effects: effects.flatMap((entry) => {
      const effect = effectOf(entry.body)
      return effect === null ? [] : [{ ...stampOf(entry), isWithdrawn: entry.isWithdrawn, effect }]
    }),
    supersedes: other(row.supersedes),
    supersededBy: other(row.supersededBy),
    audit: auditOf(versions, effects),
    readAt: instantOf(now()),
  }
}

const stampOf = ({ version, by, at }: Entry) => ({ version, by: by.name, at })

function versionOnWire({ entry, body, hash, signatures }: KeptVersion): DecisionVersion {
  return {
    ...stampOf(entry),
    isWithdrawn: entry.isWithdrawn,
    body,
    hash,
    signatures: body.deciders.map(({ name, role }, place) => ({
      name,
      role,
      signed: signatures[place] ?? null,
    })),
  }
}

function auditOf(versions: readonly KeptVersion[], effects: readonly Entry[]): DecisionDetail['audit'] {
  const written = versions.map(({ entry }) => ({
    at: entry.at,
    by: entry.by.name,
    deed: entry.isWithdrawn
      ? ('withdrawn' as const)
      : entry.version === 1
        ? ('recorded' as const)
        : ('changed' as const),
    version: entry.version,
  }))
  const signed = versions.flatMap(({ entry, signatures }) =>
    signatures.flatMap((one) =>
      one === null || entry.isWithdrawn
        ? []
        : [{ at: one.at, by: one.name, deed: 'signed' as const, version: entry.version }],
    ),
  )
  const checked = effects.map(({ at, by, version }) => ({
    at,
    by: by.name,
    deed: 'checked' as const,
    version,
  }))
  return [...written, ...signed, ...checked].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}
