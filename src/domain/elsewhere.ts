import { counted, nameList } from './indicator-words.ts'
import type { BudgetState } from './state.ts'

/** How one SLO stands in the deployment one looks at, and in its others. */
export type SloByDeployment = Readonly<{ here: Standing; elsewhere: readonly Standing[] }>
type Standing = Readonly<{ state: BudgetState; isBurning: boolean }>

/** SLOs in trouble in one deployment, by whether the same SLOs are in trouble in others too: is it only Japan? */
export type Elsewhere = Readonly<{ troubled: number; onlyHere: number; alsoElsewhere: number; alone: number }>

const troubledStates: ReadonlySet<BudgetState> = new Set(['exhausted', 'broken', 'at-risk', 'no-data'])

export function isInTrouble({ state, isBurning }: Standing): boolean {
  return isBurning || troubledStates.has(state)
}

export function elsewhere(slos: readonly SloByDeployment[]): Elsewhere {
  const troubled = slos.filter(({ here }) => isInTrouble(here))
  const alone = troubled.filter((slo) => slo.elsewhere.length === 0).length
  const alsoElsewhere = troubled.filter((slo) => slo.elsewhere.some(isInTrouble)).length
  return {
    troubled: troubled.length,
    onlyHere: troubled.length - alone - alsoElsewhere,
    alsoElsewhere,
    alone,
  }
}

/** The answer to "is it only this deployment?". */
export function describeElsewhere(
  deployment: string,
  { troubled, onlyHere, alsoElsewhere, alone }: Elsewhere,
): string {
  if (troubled === 0) return `Nothing in ${deployment} is exhausted, at risk, burning or without data.`
  const slos = counted(troubled, 'SLO')
  const inTrouble = `${slos} in trouble`
  if (alone === troubled)
    return `${inTrouble} in ${deployment}; nothing else is to compare with: no other production deployment has them.`
  const aside = alone === 0 ? '' : `; ${alone} ${alone === 1 ? 'runs' : 'run'} nowhere else in production`
  if (alsoElsewhere === 0)
    return `Only ${deployment}: ${slos} ${isOrAre(troubled)} in trouble there and in no other deployment${aside}.`
  if (onlyHere === 0)
    return `Not only ${deployment}: ${inTrouble} there, ${alsoElsewhere} of them elsewhere too${aside}.`
  return `Not only ${deployment}: of ${inTrouble} there, ${alsoElsewhere} ${isOrAre(alsoElsewhere)} in trouble elsewhere too, ${onlyHere} only there${aside}.`
}

const isOrAre = (count: number) => (count === 1 ? 'is' : 'are')

type Place = Readonly<{ name: string }> & Standing

/** The same question about one SLO, asked of all its production deployments at once. */
export function describeWhere(places: readonly Place[]): string {
  const troubled = places.filter(isInTrouble)
  const names = nameList(troubled.map(({ name }) => name))
  const others = places.length - troubled.length
  if (troubled.length === 0) return 'In none of its deployments exhausted, at risk, burning or without data.'
  if (places.length === 1) return `In trouble in ${names}, its only production deployment.`
  if (others === 0) return `Not only one: in trouble in all ${places.length} deployments.`
  if (troubled.length === 1) return `Only ${names}: in trouble in none of its other deployments.`
  return `Not only one: in trouble in ${names}, not in ${others === 1 ? 'the other one' : `the other ${others}`}.`
}
