import type { BurnDownModel } from './burn-down-model.ts'

/** A line and a name for each release would bury the curve; within two days there are few enough of those that matter. */
const NAMED_HOURS = 48

export function suspectsAlone({ fromHour, toHour, releases }: BurnDownModel): BurnDownModel['releases'] {
  return toHour - fromHour > NAMED_HOURS ? [] : releases.filter(({ isSuspect }) => isSuspect)
}
