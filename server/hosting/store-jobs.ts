import { isoFromHour } from '../../src/domain/hours.ts'
import type { ApiDeps } from '../ports.ts'
import { feedOrganization } from '../stores/sql/feed-organization.ts'
import { pruneFineBuckets } from '../stores/sql/fine-buckets.ts'
import type { Sql } from '../stores/sql/sql.ts'
import type { Summarizer } from '../stores/sql/summarizer.ts'
import type { Job } from './job.ts'
import type { Log } from './log.ts'
import { repeatedJob } from './repeated-job.ts'

/** Looking whether there is something to do is one short query. */
const LOOK_EVERY_MS = 2_000
const FEED_EVERY_MS = 10_000
const FINE_EVERY_MS = 30_000
const MINUTE_MS = 60_000
/** A few hours are fed before anyone could read of it. */
const WORTH_TELLING_HOURS = 6

/** So many looks are passed over while hours are sent: what is summed up then is untrue with the next batch. */
const MOST_PASSED_OVER = 30

type Summing = Readonly<{ log: Log; isBusy: () => boolean }>

/** Sums periods up when their hours arrive, whoever wrote them. */
export function summing(summarizer: Summarizer, { log, isBusy }: Summing): Job {
  let passedOver = 0
  return repeatedJob({
    name: 'Summing up periods',
    everyMs: LOOK_EVERY_MS,
    log,
    round: async (isStopping) => {
      passedOver = isBusy() ? (passedOver + 1) % MOST_PASSED_OVER : 0
      if (passedOver > 0) return
      const made = await summarizer.bringUpToDate(isStopping)
      if (made > 0) log.debug('summed', `${made} periods of series summed up`, { made })
    },
  })
}

/** Lets the simulated organization go on: the hours that passed while nobody looked, then each as it ends. */
export function feedingSimulation(sql: Sql, simulated: ApiDeps, log: Log): Job {
  return repeatedJob({
    name: 'Feeding simulated data',
    everyMs: FEED_EVERY_MS,
    log,
    round: async (isStopping) => {
      let isFirst = true
      const hours = await feedOrganization(sql, simulated, {
        isStopping,
        onProgress(upToHour, nowHour) {
          const isLong = !isFirst || nowHour - upToHour >= WORTH_TELLING_HOURS
          isFirst = false
          if (isLong)
            log.info(
              'feeding',
              `Simulated data are made up to ${isoFromHour(upToHour)}, ${nowHour - upToHour} h to go`,
              { upTo: isoFromHour(upToHour), hoursToGo: nowHour - upToHour },
            )
        },
      })
      if (hours > 0) log.debug('fed', `${hours} h of simulated data were added`, { hours })
    },
  })
}

/** Adds fine buckets up when their hour is over, and lets go of those older than what is kept. */
export function keepingFineBuckets(sql: Sql, keptDays: number, { log, now }: Clocked): Job {
  return repeatedJob({
    name: 'Keeping fine buckets',
    everyMs: FINE_EVERY_MS,
    log,
    round: async () => {
      const days = await pruneFineBuckets(sql, { nowMinute: Math.floor(now() / MINUTE_MS), keptDays })
      if (days > 0) log.info('pruned', `Fine buckets of ${days} days are not kept any longer`, { days })
    },
  })
}

type Clocked = Readonly<{ log: Log; now: () => number }>
