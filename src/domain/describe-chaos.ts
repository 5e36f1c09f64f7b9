import { STANDS_OUT, type ChaosLeaning } from './chaos-hypothesis.ts'
import { counted, lastPeriods, sentences } from './indicator-words.ts'
import { CONSISTENT_PERIODS } from './kept-overview.ts'

type Facts = Readonly<{
  leansTo: ChaosLeaning | null
  /** "login POST /login availability". */
  name: string
  episodeCount: number
  blipCount: number
  /** Whole weeks, and those of them that overspent their share of the grant. */
  weekCount: number
  brokenWeekCount: number
}>

/** Whether an experiment could disprove anything, and what it could be about. */
export function describeChaos({ leansTo, name, ...facts }: Facts): string {
  const last = lastPeriods(CONSISTENT_PERIODS, 'each of ')
  if (leansTo === null) return `No closed period of ${name} has a verdict: nobody knows its steady state.`
  if (leansTo === 'not-yet')
    return `${name} was not fulfilled in ${last}: its steady state does not hold by itself, so that no harm could disprove it.`
  return sentences([`${name} was fulfilled in ${last}.`, episodeWords(facts), weekWords(facts)])
}

/** Why there is nothing to put to the test. */
export function describeNothingChosen({
  seriesCount,
  periodCount,
}: Readonly<{ seriesCount: number; periodCount: number }>): string {
  if (seriesCount === 0) return 'No SLO is in view: there is no steady state to test.'
  if (periodCount === 0) return 'No period has closed yet: nobody knows what is defended.'
  return `Nothing in view was fulfilled in ${lastPeriods(CONSISTENT_PERIODS, 'each of ')}.`
}

function episodeWords({ episodeCount, blipCount }: Pick<Facts, 'episodeCount' | 'blipCount'>): string {
  if (episodeCount === 0) return 'Nothing took as much as a hundredth of its budget in an episode.'
  const episodes = counted(episodeCount, 'depletion episode')
  if (blipCount === 0) return `Of ${episodes} none stands out unexplained.`
  return `Of ${episodes}, ${blipCount} ${blipCount === 1 ? 'stands' : 'stand'} out and nobody has explained ${blipCount === 1 ? 'it' : 'them'}.`
}

/** A signal that goes off without any harm says little about harm. */
function weekWords({ weekCount, brokenWeekCount }: Pick<Facts, 'weekCount' | 'brokenWeekCount'>) {
  if (brokenWeekCount === 0) return null
  return `${brokenWeekCount} of its last ${counted(weekCount, 'week')} overspent the share of the week without any harm: pick a week-long signal with care.`
}

export const chaosRule = `Defended: fulfilled in ${lastPeriods(CONSISTENT_PERIODS, 'each of ')}. A depletion episode of these periods stands out at ${STANDS_OUT} times their average speed, and is unexplained where no incident of the service overlaps it and no release of it came within the day before; of fewer than three episodes each unexplained one stands out.`
