import { formatDuration } from './format.ts'
import { counted, nameList } from './indicator-words.ts'
import type { TrendDirection } from './trend.ts'

/** What the indicators say of an organization, as far as somebody may have to act on it. */
export type AttentionFacts = Readonly<{
  /** Names of teams whose budgets burn now, and how many budgets that are. */
  burningTeams: readonly string[]
  burningCount: number
  openIncidentCount: number
  /** The open period by name; null between two. */
  openPeriod: string | null
  /** Services that exhausted a budget in the open period. */
  exhaustedServices: readonly string[]
  /** The period that is reported on. */
  asOf: string
  /** Contracts that did not hold in it. */
  brokenContracts: readonly string[]
  /** Services that broke a budget in each of the last three closed periods. */
  consistentServices: readonly string[]
  /** Null with too few incidents or periods for a trend. */
  recovery: TrendDirection | null
  tickets: TrendDirection | null
  /** In the period that is reported on and in the one it is held against, by name; null where there is none. */
  downtimeMinutes: Readonly<{ now: number; before: number; beforeIn: string }> | null
}>

export const attentionKinds = [
  'burning',
  'incidents',
  'exhausted',
  'contracts',
  'consistent',
  'tickets',
  'recovery',
  'downtime',
] as const
export type AttentionKind = (typeof attentionKinds)[number]

/** One plain sentence; its kind says where more of it stands. */
export type AttentionItem = Readonly<{ kind: AttentionKind; words: string }>

/** What hurts now comes first, then what was promised, then what goes the wrong way. */
export function attention(facts: AttentionFacts): readonly AttentionItem[] {
  return attentionKinds.flatMap((kind) => {
    const words = sentenceOf[kind](facts)
    return words === null ? [] : [{ kind, words }]
  })
}

const sentenceOf: Readonly<Record<AttentionKind, (facts: AttentionFacts) => string | null>> = {
  burning: ({ burningCount, burningTeams }) =>
    burningCount === 0
      ? null
      : `${counted(burningCount, 'budget')} ${isOrAre(burningCount)} burning right now, of ${nameList(burningTeams)}.`,
  incidents: ({ openIncidentCount }) =>
    openIncidentCount === 0
      ? null
      : `${counted(openIncidentCount, 'incident')} ${isOrAre(openIncidentCount)} not resolved yet.`,
  exhausted: ({ openPeriod, exhaustedServices }) =>
    openPeriod === null || exhaustedServices.length === 0
      ? null
      : `${nameList(exhaustedServices)} ${hasOrHave(exhaustedServices.length)} used up a budget before ${openPeriod} ends.`,
  contracts: ({ asOf, brokenContracts }) =>
    brokenContracts.length === 0
      ? null
      : `${counted(brokenContracts.length, 'contract')} did not hold in ${asOf}: ${nameList(brokenContracts)}.`,
  consistent: ({ consistentServices }) =>
    consistentServices.length === 0
      ? null
      : `${nameList(consistentServices)} broke a budget in each of the last three closed periods.`,
  tickets: ({ tickets }) =>
    tickets === 'upward' ? 'The trend of tickets about reliability is upward.' : null,
  recovery: ({ recovery }) =>
    recovery === 'upward' ? 'The trend of recovery from incidents is upward.' : null,
  downtime: ({ asOf, downtimeMinutes }) =>
    downtimeMinutes === null || downtimeMinutes.now <= downtimeMinutes.before
      ? null
      : `Downtime has grown: ${formatDuration(downtimeMinutes.now / 60)} in ${asOf}, ${formatDuration(downtimeMinutes.before / 60)} in ${downtimeMinutes.beforeIn}.`,
}

function isOrAre(count: number): string {
  return count === 1 ? 'is' : 'are'
}

function hasOrHave(count: number): string {
  return count === 1 ? 'has' : 'have'
}
