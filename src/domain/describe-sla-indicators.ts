import { compareAbsentLast } from './compare-absent-last.ts'
import { type ContractPeriod, servicesInvolved } from './contract-adherence.ts'
import { counted, nameList, percent, sentences, someOf } from './indicator-words.ts'
import { describeSilence } from './silence.ts'
import { SIGNIFICANT_REST } from './sla-tightening.ts'
import type { BudgetState } from './state.ts'

/** Wording for people who sign contracts: no burn rates, no budgets. */

type Contract = Readonly<{
  name: string
  /** The endpoint-level SLAs it rests on. */
  parts: readonly Readonly<{
    id: string
    service: string
    /** Its target is no looser than that of the SLO beside it. */
    isTooTight: boolean
  }>[]
}>

/**
 * I-05: what was promised, and on what it rests. A part of two contracts counts once; `alone` are parts of none, `toCome` the
 * names of contracts that begin only after the period.
 */
export function describeSlas(
  contracts: readonly Contract[],
  alone = 0,
  toCome: readonly string[] = [],
): string {
  const [first] = contracts
  const others = [
    alone === 0
      ? null
      : `${counted(alone, 'endpoint-level SLA')} ${alone === 1 ? 'is' : 'are'} part of no contract.`,
    toCome.length === 0 ? null : `Not signed in this period: ${nameList(toCome)}.`,
  ]
  if (!first) return sentences([toCome.length === 0 ? 'No contractual SLA is in view.' : null, ...others])
  const named = contracts.flatMap(({ parts: own }) =>
    own.map((part) => [`${part.service} ${part.id}`, part] as const),
  )
  const parts = [...new Map(named).values()]
  const services = servicesInvolved(parts).map(({ service }) => service)
  const empty = contracts.filter((contract) => contract.parts.length === 0).map(({ name }) => name)
  const tight = parts.filter(({ isTooTight }) => isTooTight).map(({ id, service }) => `${id} of ${service}`)
  const who =
    contracts.length === 1 ? `${first.name} rests` : `${counted(contracts.length, 'contractual SLA')} rest`
  const onWhat = `${counted(parts.length, 'endpoint-level SLA')} of ${counted(services.length, 'service')}`
  return sentences([
    parts.length === 0 ? null : `${who} on ${onWhat}: ${nameList(services)}.`,
    empty.length === 0 ? null : `No endpoint-level SLA is named for ${nameList(empty)}.`,
    tight.length === 0 ? null : `No looser than the SLO beside it: ${nameList(tight)}.`,
    ...others,
  ])
}

type SlaBudget = Readonly<{
  /** In each deployment a row of its own, and counted once. */
  contract: string
  name: string
  periodName: string
  /** Null where a mean has none of its own. */
  state: BudgetState | null
  remaining: number | null
}>

/** I-06: how far it is to a penalty. One row per contract and period. */
export function describeSlaDepletion(rows: readonly SlaBudget[]): string {
  if (rows.length === 0) return 'No contractual SLA is in view.'
  const contracts = contractCount(rows)
  const measured = rows.toSorted((a, b) => compareAbsentLast(a.remaining, b.remaining))
  const [nearest] = measured
  if (nearest?.remaining == null)
    return (
      describeSilence(rows.flatMap(({ state }) => state ?? [])) ??
      'No contractual SLA in view has been measured.'
    )
  const overdrawn = measured.filter(({ remaining }) => remaining !== null && remaining < 0)
  const exceeded = contractCount(overdrawn)
  if (exceeded > 0) {
    const furthest = `${nearest.name} in ${nearest.periodName} with ${percent(nearest.remaining)} left`
    return `${someOf(exceeded, contracts, 'contractual SLA')} exceeded what may fail: furthest ${furthest}.`
  }
  const left = `${percent(nearest.remaining)} of what may fail was left in ${nearest.periodName}`
  return `No contractual SLA exceeded what may fail; nearest came ${nearest.name}, of which ${left}.`
}

const LEAST_PERIODS = 3

type WithWorst = SlaBudget &
  Readonly<{
    isOpen: boolean
    /** The part with the least left; null where none was measured. */
    worst: Readonly<{ name: string; remaining: number | null }> | null
  }>

/** I-06: the part that a mean hides although it went beyond what may fail; null where none did. */
export function describeHiddenPart(rows: readonly WithWorst[]): string | null {
  const hidden = rows.flatMap(({ name, periodName, remaining, worst }) =>
    worst?.remaining != null && worst.remaining < 0 && remaining !== null && remaining >= 0
      ? [{ name, periodName, part: worst.name, left: worst.remaining }]
      : [],
  )
  const [furthest] = hidden.toSorted((a, b) => a.left - b.left)
  if (!furthest) return null
  const { name, periodName, part, left } = furthest
  return `A part of ${name} did exceed it: ${part} in ${periodName} with ${percent(left)} left.`
}

/** I-06: which contracts always keep so much that more could be promised; null where none does for certain. */
export function describeRoom(rows: readonly WithWorst[]): string | null {
  const closed = Map.groupBy(
    rows.filter(({ isOpen }) => !isOpen),
    ({ name }) => name,
  )
  const roomy = [...closed].filter(
    ([, own]) =>
      own.length >= LEAST_PERIODS &&
      own.every(({ remaining, worst }) => isRoomy(remaining) && (worst === null || isRoomy(worst.remaining))),
  )
  if (roomy.length === 0) return null
  const names = nameList(roomy.map(([name]) => name))
  return `More than ${percent(SIGNIFICANT_REST)} was left in every closed period of ${names}: room to promise more.`
}

function isRoomy(remaining: number | null): boolean {
  return remaining !== null && remaining > SIGNIFICANT_REST
}

type ContractHistory = Readonly<{
  /** In each deployment a history of its own, and counted once. */
  contract: string
  name: string
  /** Oldest first. */
  periods: readonly Readonly<{
    periodName: string
    period: Pick<ContractPeriod, 'adherence' | 'brokenBy' | 'isDerived'>
  }>[]
}>

/** I-07: which contracts were broken, how often, and by what the latest time. */
export function describeSlaAdherence(contracts: readonly ContractHistory[]): string {
  if (contracts.length === 0) return 'No contractual SLA is in view.'
  const verdicts = contracts.flatMap(({ periods }) =>
    periods.filter(({ period }) => period.adherence === 'fulfilled' || period.adherence === 'broken'),
  )
  if (verdicts.length === 0) {
    const closed = contracts
      .flatMap(({ periods }) => periods.map(({ period }) => period.adherence))
      .filter((one) => one !== 'open' && one !== 'absent')
    return describeSilence(closed, 'in the closed periods in view') ?? 'No period in view has a verdict yet.'
  }
  const broken = contracts.flatMap(({ contract, name, periods }) => {
    const times = periods.filter(({ period }) => period.adherence === 'broken')
    const last = times.at(-1)
    if (last === undefined) return []
    const often = times.length === 1 ? '' : `${counted(times.length, 'period')}, last in `
    return [{ contract, words: `${name} in ${often}${last.periodName}, ${cause(last.period)}` }]
  })
  if (broken.length === 0)
    return `No contractual SLA was broken: ${counted(verdicts.length, 'verdict')}, all fulfilled.`
  const words = broken.map((one) => one.words).join('; ')
  return `${someOf(contractCount(broken), contractCount(contracts), 'contractual SLA')} did not hold: ${words}.`
}

function contractCount(rows: readonly Readonly<{ contract: string }>[]): number {
  return new Set(rows.map(({ contract }) => contract)).size
}

function cause({ brokenBy, isDerived }: Pick<ContractPeriod, 'brokenBy' | 'isDerived'>): string {
  const names = nameList(brokenBy.map(({ id, service }) => `${id} of ${service}`))
  if (brokenBy.length > 0) return `because ${names} ${brokenBy.length === 1 ? 'was' : 'were'} broken`
  return isDerived ? 'by a part that is not known' : 'by its own measure, while every part held'
}
