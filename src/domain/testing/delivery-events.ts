import fc from 'fast-check'

import type { Build, Deployment } from '../delivery.ts'

const MINUTE_MS = 60_000
const results = ['succeeded', 'failed', null] as const

const msOf = (minute: number | null) => (minute === null ? null : minute * MINUTE_MS)

type DeploymentDraft = Readonly<{
  atMinute: number
  service?: string
  environment?: string
  result?: Deployment['result']
  committedMinute?: number | null
  recoveredMinute?: number | null
}>

export function deployment({
  atMinute,
  service = 'cart',
  environment = 'eu',
  result = 'succeeded',
  committedMinute = null,
  recoveredMinute = null,
}: DeploymentDraft): Deployment {
  return {
    id: `${service} ${environment} ${atMinute}`,
    service,
    environment,
    atMs: atMinute * MINUTE_MS,
    result,
    committedMs: msOf(committedMinute),
    recoveredMs: msOf(recoveredMinute),
  }
}

type CommitDraft = Readonly<{ id?: string; authoredMinute?: number | null; mergedMinute: number }>

type BuildDraft = Readonly<{
  startedMinute: number
  endedMinute?: number | null
  service?: string
  result?: Build['result']
  commits?: readonly CommitDraft[]
}>

export function build({
  startedMinute,
  endedMinute = startedMinute + 10,
  service = 'cart',
  result = 'succeeded',
  commits = [],
}: BuildDraft): Build {
  return {
    id: `${service} ${startedMinute}`,
    service,
    startedMs: startedMinute * MINUTE_MS,
    endedMs: msOf(endedMinute),
    result,
    commits: commits.map(({ id, authoredMinute = null, mergedMinute }) => ({
      id: id ?? `${service} ${mergedMinute}`,
      authoredMs: msOf(authoredMinute),
      mergedMs: mergedMinute * MINUTE_MS,
    })),
  }
}

const anyMinute = fc.integer({ min: 0, max: 5_000 })
const anyWait = fc.option(fc.integer({ min: 0, max: 600 }))

/** At most one of a service in an environment a minute. */
export const anyDeployments: fc.Arbitrary<readonly Deployment[]> = fc
  .uniqueArray(
    fc.record({
      atMinute: anyMinute,
      service: fc.constantFrom('cart', 'search'),
      environment: fc.constantFrom('eu', 'us'),
      result: fc.constantFrom(...results),
      lead: anyWait,
      recovery: anyWait,
    }),
    {
      maxLength: 25,
      selector: ({ atMinute, service, environment }) => `${atMinute} ${service} ${environment}`,
    },
  )
  .map((drafts) =>
    drafts.map(({ lead, recovery, ...draft }) =>
      deployment({
        ...draft,
        committedMinute: lead === null ? null : draft.atMinute - lead,
        recoveredMinute: recovery === null || draft.result !== 'failed' ? null : draft.atMinute + recovery,
      }),
    ),
  )

export const anyBuilds: fc.Arbitrary<readonly Build[]> = fc
  .uniqueArray(
    fc.record({
      startedMinute: anyMinute,
      service: fc.constantFrom('cart', 'search'),
      long: anyWait,
      result: fc.constantFrom('succeeded' as const, 'failed' as const),
      commits: fc.array(fc.record({ before: fc.nat(50), writing: anyWait }), { maxLength: 3 }),
    }),
    { maxLength: 20, selector: ({ startedMinute, service }) => `${startedMinute} ${service}` },
  )
  .map((drafts) =>
    drafts.map(({ long, commits, ...draft }) =>
      build({
        ...draft,
        endedMinute: long === null ? null : draft.startedMinute + long,
        result: long === null ? null : draft.result,
        commits: commits.map(({ before, writing }) => ({
          mergedMinute: draft.startedMinute - before,
          authoredMinute: writing === null ? null : draft.startedMinute - before - writing,
        })),
      }),
    ),
  )
