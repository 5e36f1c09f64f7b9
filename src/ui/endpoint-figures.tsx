import { formatLatency } from '../domain/format-latency.ts'
import { formatServiceLevel } from '../domain/format.ts'
import { Absent } from './absent.tsx'
import { Figure } from './figure.tsx'

/** As many decimals as three nines need: an endpoint that nobody promised anything of has no target to measure them by. */
const SHOWN_AS_OF_TARGET = 0.999

/** Null without a request. */
export function formatAvailability(requests: number, failures: number): string | null {
  return formatServiceLevel(requests - failures, requests, SHOWN_AS_OF_TARGET)
}

export function Availability({ requests, failures }: Readonly<{ requests: number; failures: number }>) {
  const level = formatAvailability(requests, failures)
  if (level === null) return <Absent reason="No request in this period" />
  return <Figure value={level} unit="%" />
}

export function Latency({ ms, isAtLeast = false }: Readonly<{ ms: number | null; isAtLeast?: boolean }>) {
  if (ms === null) return <Absent reason="No request of this period was timed" />
  const [value = '', unit = ''] = formatLatency(ms).split('\u202f')
  return <Figure value={isAtLeast ? `≥${value}` : value} unit={unit} />
}
