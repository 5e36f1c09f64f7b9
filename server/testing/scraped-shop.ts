import type { Hour } from '../../src/domain/hours.ts'
import type { ScrapedSeries } from './metrics-engine.ts'

/** Thirty-three days of a shop, more than a collector asks for at once, scraped every minute, a few seconds after the minute as scrapes are. */
export const SHOP_FROM: Hour = Date.parse('2025-03-01T00:00:00Z') / 3_600_000
export const SHOP_DAYS = 33
export const SHOP_TO: Hour = SHOP_FROM + SHOP_DAYS * 24
/** Every process starts anew and counts from zero. */
export const RESTART_HOUR = SHOP_FROM + 5 * 24 + 5
/** The first failure ever; until then the counter of failures does not exist. */
export const FIRST_FAILURE_HOUR = SHOP_FROM + 10 * 24 + 10
/** A part of the shop that is built later. */
export const LATE_FROM = SHOP_FROM + 15 * 24 + 12
/** Nothing is scraped. */
export const OUTAGE = { fromHour: SHOP_FROM + 20 * 24 + 4, toHour: SHOP_FROM + 20 * 24 + 8 }

const OFFSET_SECONDS = 7
const minutes = Array.from({ length: SHOP_DAYS * 24 * 60 }, (_, minute) => minute)
const secondsOf = (minute: number) => SHOP_FROM * 3600 + minute * 60 + OFFSET_SECONDS
const isScraped = (minute: number) => {
  const hour = SHOP_FROM + Math.floor(minute / 60)
  return hour < OUTAGE.fromHour || hour >= OUTAGE.toHour
}

/** Busy by day, quiet by night, never twice the same. */
const requestsIn = (minute: number) => 40 + ((minute * 7919) % 61) + (Math.floor(minute / 60) % 24) * 5
const failureMinute = (FIRST_FAILURE_HOUR - SHOP_FROM) * 60 + 17
const failuresIn = (minute: number) =>
  minute < failureMinute ? 0 : minute === failureMinute || (minute * 31) % 97 === 0 ? 1 + (minute % 3) : 0
const slowIn = (minute: number) => ((minute * 13) % 29 === 0 ? 3 : 0)
const lagAt = (minute: number) => ((minute * 17) % 101 < 5 ? 90 : 12)

const restartMinute = (RESTART_HOUR - SHOP_FROM) * 60 + 23
const lateMinute = (LATE_FROM - SHOP_FROM) * 60 + 30

export const scrapedShop: readonly ScrapedSeries[] = [
  counter('shop_requests_total', { job: 'shop', code: '200' }, requestsIn),
  counter('shop_requests_total', { job: 'shop', code: '500' }, failuresIn, failureMinute),
  counter('shop_quick_total', { job: 'shop' }, (minute) => requestsIn(minute) - slowIn(minute)),
  counter('late_requests_total', { job: 'late' }, requestsIn, lateMinute),
  gauge('shop_lag_seconds', { job: 'shop' }, lagAt),
  gauge('shop:success:ratio', { job: 'shop' }, (minute) => (minute % 20 === 0 ? 0.5 : 1)),
]

/** What really happened in an hour, whatever the engine makes of it. */
export const happenedIn = (hour: Hour) => {
  const inHour = Array.from({ length: 60 }, (_, index) => (hour - SHOP_FROM) * 60 + index)
  const sum = (count: (minute: number) => number) =>
    inHour.reduce((soFar, minute) => soFar + count(minute), 0)
  return {
    requests: sum(requestsIn) + sum(failuresIn),
    failures: sum(failuresIn),
    lagging: inHour.filter((minute) => lagAt(minute) > 60).length,
  }
}

/** `count` happens in the minute before a scrape; all counters but the late one lose their count at the restart. */
function counter(
  name: string,
  labels: ScrapedSeries['labels'],
  count: (minute: number) => number,
  fromMinute = 0,
): ScrapedSeries {
  const seconds: number[] = []
  const values: number[] = []
  let value = 0
  for (const minute of minutes.slice(fromMinute)) {
    if (minute === restartMinute) value = 0
    value += count(minute)
    if (!isScraped(minute)) continue
    seconds.push(secondsOf(minute))
    values.push(value)
  }
  return { name, labels, type: 'counter', seconds, values }
}

function gauge(name: string, labels: ScrapedSeries['labels'], at: (minute: number) => number): ScrapedSeries {
  const scraped = minutes.filter(isScraped)
  return { name, labels, type: 'gauge', seconds: scraped.map(secondsOf), values: scraped.map(at) }
}
