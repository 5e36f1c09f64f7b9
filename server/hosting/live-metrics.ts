import type { LiveHub } from '../live/live-hub.ts'
import type { MetricRegistry } from './metric-registry.ts'

export function addLiveMetrics(metrics: MetricRegistry, live: LiveHub): void {
  metrics.reading('sre_indicators_live_streams', 'gauge', 'Open pages that are told of changes.', () => [
    { value: live.figures().streams },
  ])
  metrics.reading(
    'sre_indicators_live_streams_opened_total',
    'counter',
    'Streams of events that were opened.',
    () => [{ value: live.figures().opened }],
  )
  metrics.reading('sre_indicators_live_events_total', 'counter', 'Events sent, to each stream.', () => [
    { value: live.figures().events },
  ])
}
