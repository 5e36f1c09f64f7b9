import { allowancePpb, PPB } from './target.ts'

/** So much left at a period's end speaks for room: the smaller of the two that the book calls representative. */
export const REPRESENTATIVE_REMAINDER = 0.2
/** 1 - 0.8 is a hair below a fifth. */
const FLOAT_NOISE = 1e-9
/** Of what is counted in billionths: 400,000.00000006 of them are 400,000. */
const BILLIONTH_NOISE = 1e-3

export const tighteningLeanings = ['ask', 'talk'] as const
/** Ask its owner for a tighter SLO with these data, or talk first about what would make it more reliable. */
type TighteningLeaning = (typeof tighteningLeanings)[number]

export type RoomToTighten = Readonly<{
  /** Periods that ended with a figure. */
  counted: number
  representative: number
  /** Null where no period has one. */
  leansTo: TighteningLeaning | null
}>

/** A closed period of one series; `remaining` null where there was no budget, or nobody asked for anything. */
export type EndedPeriod = Readonly<{ remaining: number | null; grant: number; total: number }>

export function isRepresentative(remaining: number): boolean {
  return remaining >= REPRESENTATIVE_REMAINDER - FLOAT_NOISE
}

/** Most is more than half of the periods that have a figure. */
export function roomIn(remainders: readonly (number | null)[]): RoomToTighten {
  const figures = remainders.filter((remaining) => remaining !== null)
  const representative = figures.filter(isRepresentative).length
  const counted = figures.length
  if (counted === 0) return { counted, representative, leansTo: null }
  return { counted, representative, leansTo: representative * 2 > counted ? 'ask' : 'talk' }
}

/**
 * The tightest target at which most periods would still have ended with a representative remainder, from the same events;
 * 1 where nothing failed in most of them, null where no period has a figure. Cut to a billionth, never flattering.
 */
export function tightestTarget(periods: readonly EndedPeriod[]): number | null {
  const needed = periods
    .flatMap(({ remaining, grant, total }) =>
      remaining === null || total === 0
        ? []
        : [((1 - remaining) * grant) / (total * (1 - REPRESENTATIVE_REMAINDER))],
    )
    .toSorted((a, b) => a - b)
  const ofMost = needed[Math.floor(needed.length / 2)]
  if (ofMost === undefined) return null
  return Math.max(0, PPB - Math.ceil(ofMost * PPB - BILLIONTH_NOISE)) / PPB
}

const customary = [0.9, 0.95, 0.99, 0.995, 0.999, 0.9995, 0.9999, 0.99995, 0.99999]
const MOST_CANDIDATES = 3

/** The customary targets next above the one that is, and the one that was chosen; loosest first. */
export function candidateTargets(target: number, chosen: number | null): readonly number[] {
  const next = customary.filter((one) => one > target).slice(0, MOST_CANDIDATES)
  return [...new Set([...next, ...(chosen === null ? [] : [chosen])])].toSorted((a, b) => a - b)
}

/** A target that can be said aloud: what may fail has two digits, rounded up so that the target never promises more. */
export function roundedDown(target: number): number {
  const allowed = allowancePpb(target)
  if (allowed === 0) return target
  const step = 10 ** Math.max(0, Math.floor(Math.log10(allowed)) - 1)
  return Math.max(0, PPB - Math.ceil(allowed / step) * step) / PPB
}
