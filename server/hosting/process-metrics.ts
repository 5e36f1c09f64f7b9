import { readdirSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'

import type { MetricRegistry } from './metric-registry.ts'

const NANOSECONDS = 1e-9
const MICROSECONDS = 1e-6
/** Where Linux lists what a process holds open; other systems do not tell. */
const OPEN_FILES = '/proc/self/fd'

/** The figures every Prometheus dashboard of a process knows, under the names it knows them by. */
export function addProcessMetrics(metrics: MetricRegistry, startedAtMs: number): void {
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()

  metrics.reading('sre_indicators_build_info', 'gauge', 'On which Node it runs, always 1.', () => [
    { labels: { node: process.version }, value: 1 },
  ])
  metrics.reading('process_start_time_seconds', 'gauge', 'When the process began, since 1970.', () => [
    { value: startedAtMs / 1000 },
  ])
  metrics.reading('process_cpu_seconds_total', 'counter', 'Processor time used.', () => {
    const { user, system } = process.cpuUsage()
    return [{ value: (user + system) * MICROSECONDS }]
  })
  metrics.reading('process_resident_memory_bytes', 'gauge', 'Memory held.', () => [
    { value: process.memoryUsage.rss() },
  ])
  metrics.reading('nodejs_heap_size_used_bytes', 'gauge', 'Memory of JavaScript in use.', () => [
    { value: process.memoryUsage().heapUsed },
  ])
  metrics.reading('process_open_fds', 'gauge', 'Files and connections held open.', () => openFiles())
  metrics.reading(
    'nodejs_eventloop_lag_p99_seconds',
    'gauge',
    'How late the process is, since last asked.',
    () => {
      const value = delay.percentile(99) * NANOSECONDS
      delay.reset()
      return [{ value }]
    },
  )
}

function openFiles(): readonly Readonly<{ value: number }>[] {
  try {
    return [{ value: readdirSync(OPEN_FILES).length }]
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
