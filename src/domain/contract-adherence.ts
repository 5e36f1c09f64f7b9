import { adherence, type Adherence } from './adherence.ts'
import { type DepletionSpeeds, depletionSpeeds, type Episode } from './episode.ts'
import type { PeriodBudget } from './period-budget.ts'
import { derivedContractualBudget } from './sla.ts'

type Budget = Pick<PeriodBudget, 'isOpen' | 'state' | 'remaining' | 'total'>

/** An endpoint-level SLA in one period. */
export type ContractPart = Readonly<{ id: string; service: string; budget: Budget }>

export type ContractPeriod = Readonly<{
  adherence: Adherence
  remaining: number | null
  /** Without a measure of its own it is what its parts make of it: screens say so. */
  isDerived: boolean
  /** The parts that were broken. Empty under a contract broken by its own measure, whose parts all held. */
  brokenBy: readonly ContractPart[]
  /** An average can hide it. */
  worst: ContractPart | null
}>

/** `own` is the contract's own measure, where it has one: an end-to-end journey says more than its parts. */
export function contractPeriod(own: Budget | null, parts: readonly ContractPart[]): ContractPeriod {
  const derived = derivedContractualBudget(parts)
  return {
    adherence: own ? adherence(own) : derivedAdherence(parts, derived.isFulfilled),
    remaining: own ? own.remaining : derived.remaining,
    isDerived: own === null,
    brokenBy: parts.filter(({ id }) => derived.brokenBy.includes(id)),
    worst: parts.find(({ id }) => id === derived.worst) ?? null,
  }
}

function derivedAdherence(parts: readonly ContractPart[], isFulfilled: boolean | null): Adherence {
  if (parts.length === 0) return 'absent'
  if (parts.some(({ budget }) => budget.isOpen)) return 'open'
  if (isFulfilled !== null) return isFulfilled ? 'fulfilled' : 'broken'
  return parts.every(({ budget }) => budget.state === 'no-traffic') ? 'no-traffic' : 'no-data'
}

/** What the selected services of a contract have left together; screens say that it is not the whole contract. */
export function remainingOfServices(
  parts: readonly ContractPart[],
  services: readonly string[],
): number | null {
  return derivedContractualBudget(parts.filter(({ service }) => services.includes(service))).remaining
}

type Speedy = Readonly<{ episodes: readonly Pick<Episode, 'speed'>[] }>

export type SlaDepletion = Readonly<{
  type: 'contractual' | 'endpoint-level'
  id: string
  /** Null for the contract: it is nobody's alone. */
  service: string | null
  remaining: number | null
  /** Absent for a derived contract: a mean of budgets has no episodes. */
  speeds: DepletionSpeeds
}>

/** The contract first, then what it rests on, in their order. */
export function slaDepletions(
  contract: Readonly<{ id: string; own: (Budget & Speedy) | null }>,
  parts: readonly (ContractPart & Speedy)[],
): readonly SlaDepletion[] {
  return [
    {
      type: 'contractual',
      id: contract.id,
      service: null,
      remaining: contractPeriod(contract.own, parts).remaining,
      speeds: depletionSpeeds(contract.own?.episodes ?? []),
    },
    ...parts.map(({ id, service, budget, episodes }) => ({
      type: 'endpoint-level' as const,
      id,
      service,
      remaining: budget.remaining,
      speeds: depletionSpeeds(episodes),
    })),
  ]
}

/** How many endpoint-level SLAs each of the services has that a contract rests on; most first, then by name. */
export function servicesInvolved(
  parts: readonly Pick<ContractPart, 'service'>[],
): readonly Readonly<{ service: string; slaCount: number }>[] {
  return [...Map.groupBy(parts, ({ service }) => service)]
    .map(([service, own]) => ({ service, slaCount: own.length }))
    .toSorted((a, b) => b.slaCount - a.slaCount || (a.service < b.service ? -1 : 1))
}
