import { consumptionLeaning, SIGNIFICANT_DEPLETION, type ConsumptionSign } from './api-consumption.ts'
import { counted, lastPeriods, nameList, percent, sentences } from './indicator-words.ts'
import { CONSISTENT_PERIODS } from './kept-overview.ts'

type SaidSlo = Readonly<{ name: string }> & ConsumptionSign

/** What the SLOs that matter say about the capacity to adapt, the reasons first. */
export function describeConsumption(slos: readonly SaidSlo[]): string {
  if (slos.length === 0) return 'Without an SLO nothing is promised that could be held against anything.'
  const leansTo = consumptionLeaning(slos)
  if (leansTo === 'little')
    return `${slos.length === 1 ? 'Its SLO was' : `All ${counted(slos.length, 'SLO')} were`} kept in ${lastPeriods(CONSISTENT_PERIODS, 'each of ')}, with no more than ${percent(SIGNIFICANT_DEPLETION)} of the budget gone in the middle one.`
  const broken = slos.filter(({ brokenCount }) => brokenCount > 0)
  const drained = slos.filter(({ brokenCount, leansTo: own }) => brokenCount === 0 && own === 'solid')
  const unknown = slos.filter((slo) => slo.leansTo === null)
  return sentences([
    listed(broken, `broken at least once in ${lastPeriods(CONSISTENT_PERIODS)}`),
    listed(
      drained,
      `kept, but with more than ${percent(SIGNIFICANT_DEPLETION)} of the budget gone in the middle one of ${lastPeriods(CONSISTENT_PERIODS)}`,
    ),
    listed(unknown, `without a verdict in some of ${lastPeriods(CONSISTENT_PERIODS)}`),
  ])
}

function listed(slos: readonly SaidSlo[], said: string): string | null {
  if (slos.length === 0) return null
  return `${nameList(slos.map(({ name }) => name))}: ${said}.`
}

export const CONSUMPTION_RULE = `SLOs that were kept in ${lastPeriods(CONSISTENT_PERIODS, 'each of ')} that closed, with no more than ${percent(SIGNIFICANT_DEPLETION)} of the budget gone in the middle one of them, need little adaptive capacity. A broken period, or more depletion, asks for solid investment: circuit breakers, bulkheads, backpressure and the like. One such SLO is enough.`

type Without = Readonly<{
  service: string
  teamName: string
  /** Null where it runs nowhere. */
  deployment: string | null
  /** Where it has some. */
  elsewhere: readonly string[]
  /** In words, where SLIs or SLOs were chosen that leave none over. */
  chosen: readonly string[]
}>

/** Why the workflow cannot run, and who is to be asked. */
export function describeNoSlo({ service, teamName, deployment, elsewhere, chosen }: Without): string {
  if (deployment === null)
    return `${service} runs nowhere yet. ${teamName} own it: agree on its SLOs before it does.`
  if (chosen.length > 0)
    return `${service} has SLOs in ${deployment}, but none of those chosen: it has them for ${nameList(chosen)}.`
  return sentences([
    elsewhere.length === 0
      ? `${service} has no SLO yet.`
      : `${service} has no SLO in ${deployment}; it has some in ${nameList(elsewhere)}.`,
    `${teamName} own it: define the SLOs that you need together with them, and come back when a period has closed.`,
  ])
}
