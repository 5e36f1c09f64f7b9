import { enactmentBodyOf, type EnactmentBody } from '../../src/contract/enactments.ts'
import { clauseCheckOf } from '../../src/contract/policies.ts'
import type { Entry, EntryStore } from '../entry-ports.ts'
import { oncePerRevision } from '../once-per-revision.ts'

type Check = Readonly<{ isMet: boolean; note: string; by: string; at: string }>
type ClauseChecks = Readonly<{
  /** Oldest first. */
  checks: readonly Check[]
  version: number
}>
type Written = Readonly<{ key: string; version: number; body: EnactmentBody }>

/** What people entered about policies. */
export type PolicyEntries = Readonly<{
  checksOf(policy: string, clause: string): ClauseChecks
  /** By the start of the key: all of one clause and one series, by their hours. */
  writtenOf(prefix: string): readonly Written[]
}>

const noChecks: ClauseChecks = { checks: [], version: 0 }

/** Every list of policies needs all of it. */
export const readPolicyEntries = oncePerRevision(async (entries: EntryStore): Promise<PolicyEntries> => {
  const [checked, written] = await Promise.all([
    entries.list('clause-check'),
    entries.list('policy-enactment'),
  ])
  const checks = new Map(
    await Promise.all(
      checked.map(async ({ key, version }): Promise<readonly [string, ClauseChecks]> => {
        const versions = await entries.history('clause-check', key)
        return [key, { checks: versions.toReversed().flatMap(checkOf), version }]
      }),
    ),
  )
  const bodies = written.flatMap(({ key, version, body, isWithdrawn }) => {
    const parsed = isWithdrawn ? null : enactmentBodyOf(body)
    return parsed === null ? [] : [{ key, version, body: parsed }]
  })
  const byPrefix = Map.groupBy(bodies, ({ key }) => key.slice(0, key.lastIndexOf('.') + 1))
  return {
    checksOf: (policy, clause) => checks.get(`${policy}.${clause}`) ?? noChecks,
    writtenOf: (prefix) => byPrefix.get(prefix) ?? [],
  }
})

function checkOf({ body, by, at, isWithdrawn }: Entry): readonly Check[] {
  const check = isWithdrawn ? null : clauseCheckOf(body)
  return check === null ? [] : [{ ...check, by: by.name, at }]
}
