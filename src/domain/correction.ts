import type { Buckets } from './buckets.ts'
import type { Hour } from './hours.ts'

type Signed = Readonly<{
  id: string
  author: string
  reason: string
  /** When it was recorded, RFC 3339. */
  at: string
  withdrawnAt: string | null
}>

/** Agreed maintenance or a bad measurement: the hours of [fromHour, toHour) count neither good nor total. */
export type Exclusion = Signed & Readonly<{ kind: 'exclusion'; fromHour: Hour; toHour: Hour }>

/** Depletion that a named dependency caused: gives back `share` of the grant at the start of `atHour`, never above 1. */
export type TopUp = Signed & Readonly<{ kind: 'top-up'; atHour: Hour; share: number; dependency: string }>

export type Correction = Exclusion | TopUp

/** The buckets that count: those outside every exclusion that was not withdrawn. */
export function countedBuckets(_buckets: Buckets, _corrections: readonly Correction[]): Buckets {
  throw new Error('not written yet')
}
