import { teamRuleOf, type ReplayOnWire } from '../../src/contract/team-rule.ts'
import { defaultBurnRateRules, FEWEST_EVENTS, ruleRate } from '../../src/domain/burn-rate.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import { periodAt } from '../../src/domain/period.ts'
import { episodesSince, replayRules, type RuleReplay } from '../../src/domain/rule-replay.ts'
import { coarseParts, ruleSetAt, ruleSetOf } from '../../src/domain/rule-set.ts'
import { readTimelines } from '../breaches/team-timelines.ts'
import { loadSeries } from '../budgets/series.ts'
import { foundSeries, type CatalogIndex } from '../catalog-index.ts'
import type { Route } from '../context.ts'
import { writeEntry } from '../entries.ts'
import { invalidParameter, RequestProblem } from '../problem.ts'

/** What is watched for the team's SLOs: its own rule, or the default ones. */
const readTeamRule: Route<'readTeamRule'> = async ({ params }, { deps, index, moment }) => {
  const team = foundTeam(index, params.team)
  const entry = await deps.entries.read('team-rule', team.slug)
  const { currentPeriod } = await moment()
  const periodHours = currentPeriod.endHour - currentPeriod.startHour
  return {
    team: team.slug,
    teamName: team.name,
    rule: entry === null || entry.isWithdrawn ? null : teamRuleOf(entry.body),
    version: entry?.version ?? 0,
    by: entry?.by.name ?? null,
    at: entry?.at ?? null,
    defaults: defaultBurnRateRules.map((rule) => ({
      id: rule.id,
      severity: rule.severity,
      longHours: rule.longHours,
      shortMinutes: rule.shortMinutes,
      rate: ruleRate(rule, periodHours),
    })),
  }
}

/** It judges from the next full hour on; breaches of the past stay what they were. */
const changeTeamRule: Route<'changeTeamRule'> = async ({ params, body }, { deps, index, caller }) => {
  const team = foundTeam(index, params.team)
  const { rule, seenVersion } = body
  const before = await deps.entries.read('team-rule', team.slug)
  const entry = await writeEntry(deps, caller, {
    kind: 'team-rule',
    key: team.slug,
    seenVersion,
    ...(rule === null ? { body: before?.body ?? {}, isWithdrawn: true } : { body: { rule } }),
  })
  return { team: team.slug, version: entry.version }
}

const DAYS_BACK = 90

/** How often the draft would have told somebody in the SLO's own last 90 days, and how late, beside what is in force. */
const readRuleReplay: Route<'readRuleReplay'> = async ({ params, query }, { deps, index, moment }) => {
  const team = foundTeam(index, params.team)
  const slo = foundSeries(index, query)
  if (slo.team !== team.slug) {
    throw invalidParameter('slo', query.slo, {
      detail: `${slo.id} belongs to ${slo.team}, not to ${team.slug}`,
      apiHint: `GET /api/slos?team=${team.slug} lists those of the team`,
    })
  }
  const { scheme, nowHour, dataFromHour } = await moment()
  const fromHour = Math.max(nowHour - DAYS_BACK * 24, dataFromHour)
  const first = periodAt(scheme, fromHour)
  const series = await loadSeries(
    deps,
    { slo, deployment: query.deployment },
    Math.min(first.startHour, fromHour - LONGEST_WINDOW_HOURS),
    nowHour,
  )
  const window = { fromHour, nowHour, scheme }
  const episodes = episodesSince(series, window)
  const asked = {
    windowMinutes: query.window,
    shareOfWindowBudgetPercent: query.share,
    evaluationMinutes: query.evaluation,
    snoozeMinutes: query.snooze,
  }
  const { timeline } = (await readTimelines(deps.entries))(team.slug)
  const current = replayRules(series, ruleSetAt(timeline, nowHour + 1), episodes, window)
  const draft = replayRules(series, ruleSetOf(asked), episodes, window)
  const untold = { afterHours: null, goneByThen: null }
  return {
    from: isoFromHour(fromHour),
    to: isoFromHour(nowHour),
    hours: nowHour - fromHour,
    fewestEvents: FEWEST_EVENTS,
    coarse: [...coarseParts(asked)],
    current: countsOf(current),
    draft: countsOf(draft),
    episodes: episodes
      .map(({ startHour, endHour, depletion }, at) => ({
        start: isoFromHour(startHour),
        end: isoFromHour(endHour),
        depletion,
        current: current.told[at] ?? untold,
        draft: draft.told[at] ?? untold,
      }))
      .toReversed(),
  }
}

const LONGEST_WINDOW_HOURS = 168

function countsOf({ told: _told, ...counts }: RuleReplay): ReplayOnWire {
  return counts
}

function foundTeam({ teams }: CatalogIndex, slug: string) {
  const team = teams.get(slug)
  if (team !== undefined) return team
  throw new RequestProblem('not-found', {
    detail: `There is no team "${slug}"`,
    field: 'team',
    value: slug,
    apiHint: 'GET /api/teams lists them',
  })
}

export const teamRuleRoutes = { readTeamRule, changeTeamRule, readRuleReplay } as const
