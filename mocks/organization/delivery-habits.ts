import { hash } from './hash.ts'

/** How a team brings changes to its users. Times are what is usual; each time is between half and one and a half of it. */
export type DeliveryHabits = Readonly<{
  /** One train to all deployments in so many days, on one of its first days. */
  trainDays: number
  trainSpreadDays: number
  /** Of the deployments. */
  failureShare: number
  recoveryMinutes: number
  /** From the oldest commit to the first deployment. */
  leadHours: number
  commitsAtLeast: number
  commitsSpread: number
  /** On average of a working day. */
  buildsADay: number
  buildMinutes: number
  buildFailureShare: number
  /** From a failed build to the start of the one that repairs it. */
  repairMinutes: number
  /** From writing a commit to the mainline. */
  reviewHours: number
}>

const usual: DeliveryHabits = {
  trainDays: 6,
  trainSpreadDays: 3,
  failureShare: 0.11,
  recoveryMinutes: 34,
  leadHours: 30,
  commitsAtLeast: 3,
  commitsSpread: 7,
  buildsADay: 1,
  buildMinutes: 9,
  buildFailureShare: 0.08,
  repairMinutes: 26,
  reviewHours: 5,
}

/** Payments recover slowly, Identity deploys daily, Messaging rarely and much at once; the mainline of Fleet builds for an hour. */
const habitsOfTeams: Readonly<Record<string, Partial<DeliveryHabits>>> = {
  payments: { failureShare: 0.19, recoveryMinutes: 104 },
  identity: {
    trainDays: 1,
    trainSpreadDays: 1,
    failureShare: 0.04,
    recoveryMinutes: 15,
    leadHours: 5,
    commitsAtLeast: 1,
    commitsSpread: 3,
    buildsADay: 3,
    buildMinutes: 6,
    buildFailureShare: 0.05,
    reviewHours: 2,
  },
  messaging: {
    trainDays: 18,
    trainSpreadDays: 5,
    failureShare: 0.16,
    recoveryMinutes: 55,
    leadHours: 290,
    commitsAtLeast: 30,
    commitsSpread: 35,
    reviewHours: 16,
  },
  fleet: { buildMinutes: 58, buildFailureShare: 0.22, repairMinutes: 150, reviewHours: 9 },
  search: { buildMinutes: 12, leadHours: 38 },
}

export function deliveryHabits(team: string): DeliveryHabits {
  return { ...usual, ...habitsOfTeams[team] }
}

/** Half of it to one and a half, drawn for this place. */
export function around(usually: number, seed: number, stream: number, counter: number): number {
  return usually * (0.5 + (hash(seed, stream, counter) >>> 8) / 0x01000000)
}
