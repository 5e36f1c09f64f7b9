import { formatLatency } from '../domain/format-latency.ts'
import { formatAvailability } from '../domain/format.ts'
import { Absent } from './absent.tsx'
import { Figure } from './figure.tsx'

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
