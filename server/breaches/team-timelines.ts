import { teamRuleOf } from '../../src/contract/team-rule.ts'
import type { BurnRateRule } from '../../src/domain/burn-rate.ts'
import type { Hour } from '../../src/domain/hours.ts'
import {
  defaultRuleSet,
  defaultTimeline,
  ruleSetAt,
  ruleSetOf,
  type RuleTimeline,
} from '../../src/domain/rule-set.ts'
import type { Entry, EntryStore } from '../entry-ports.ts'
import { oncePerRevision } from '../once-per-revision.ts'

type JudgedBy = Readonly<{ timeline: RuleTimeline; rulesId: string }>
type Timelines = ReadonlyMap<string, JudgedBy>

const judgedByDefault: JudgedBy = { timeline: defaultTimeline, rulesId: 'default' }

/** The rules of each team over time. */
export async function readTimelines(entries: EntryStore): Promise<(team: string) => JudgedBy> {
  const byTeam = await ownTimelines(entries)
  return (team) => byTeam.get(team) ?? judgedByDefault
}

/** What each team is told by in one hour. */
export type RulesInForce = Readonly<{
  of(team: string): readonly BurnRateRule[]
  isOwnOf(team: string): boolean
  /** The same for teams with the same rules. */
  nameOf(team: string): string
  /** The same as long as no team has others. */
  name: string
}>

export async function readRulesInForce(entries: EntryStore): Promise<(hour: Hour) => RulesInForce> {
  const timelines = await ownTimelines(entries)
  return (hour) => rulesIn(timelines, hour)
}

function rulesIn(timelines: Timelines, hour: Hour): RulesInForce {
  const own = [...timelines].flatMap(([team, { timeline }]) => {
    const { rules } = ruleSetAt(timeline, hour)
    return rules === defaultRuleSet.rules ? [] : [{ team, rules, name: JSON.stringify(rules) }]
  })
  const byTeam = new Map(own.map((one) => [one.team, one]))
  return {
    of: (team) => byTeam.get(team)?.rules ?? defaultRuleSet.rules,
    isOwnOf: (team) => byTeam.has(team),
    nameOf: (team) => byTeam.get(team)?.name ?? 'default',
    name: own
      .map(({ team, name }) => `${team} ${name}`)
      .toSorted()
      .join(),
  }
}

/** Every request that looks at a moment needs them. */
const ownTimelines = oncePerRevision(async (entries: EntryStore): Promise<Timelines> => {
  const rules = await entries.list('team-rule')
  const timelines = await Promise.all(
    rules.map(async ({ key, version }): Promise<readonly [string, JudgedBy]> => {
      const versions = (await entries.history('team-rule', key)).toReversed()
      return [key, { timeline: timelineOfVersions(versions), rulesId: `${key} v${version}` }]
    }),
  )
  return new Map(timelines)
})

const HOUR_MS = 3_600_000

/** A rule judges from the first whole hour after it was entered. */
function timelineOfVersions(oldestFirst: readonly Entry[]): RuleTimeline {
  const later = oldestFirst.map(({ at, body, isWithdrawn }) => {
    const own = isWithdrawn ? null : teamRuleOf(body)
    return {
      fromHour: Math.ceil(Date.parse(at) / HOUR_MS),
      set: own === null ? defaultRuleSet : ruleSetOf(own),
    }
  })
  return [...defaultTimeline, ...later]
}
