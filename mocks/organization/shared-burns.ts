import { storyTime as at } from './timeline.ts'

/** Every service of one region fails alike: some requests, and many slow ones. */
export const regionOutage = {
  deployment: 'prod-jp',
  start: at(3, 10, 2),
  hours: 3,
  rates: { availability: 0.06, latency: 0.3, freshness: 0.3, correctness: 0 },
} as const

/** Of the bad events of the one, so many are also bad events of the other, in the same hours and deployment. */
export const drags = [
  {
    source: 'ledger.availability.post-entries',
    consumer: 'refunds.availability.post-refunds',
    fraction: 0.12,
  },
  {
    source: 'ledger.availability.post-entries',
    consumer: 'payment-gateway.availability.post-capture',
    fraction: 0.25,
  },
  {
    source: 'ledger.availability.post-entries',
    consumer: 'booking-api.availability.post-bookings',
    fraction: 0.06,
  },
  // What takes longer than a second takes longer than 400 ms.
  {
    source: 'payment-gateway.latency.post-charge-1000ms',
    consumer: 'payment-gateway.latency.post-charge-400ms',
    fraction: 1,
  },
] as const
