import { formatDuration } from '../domain/format.ts'
import { Time } from './time.tsx'

type Reading = Readonly<{ isCoarse: boolean; shortMinutes: number; upTo: string }>

const MINUTES = 60

/** What stood in for the short windows of the rules, and up to when they were read. */
export function ShortWindows({ readings }: Readonly<{ readings: readonly Reading[] }>) {
  const [first] = readings
  if (first === undefined) return null
  const upTo = (
    <Time at={readings.reduce((last, { upTo: at }) => (at > last ? at : last), first.upTo)} form="time" />
  )
  if (readings.some(({ isCoarse }) => isCoarse))
    return <>Hourly data up to {upTo}: short windows below an hour are read over the last whole hour.</>
  const windows = readings.map(({ shortMinutes }) => formatDuration(shortMinutes / MINUTES))
  return (
    <>
      Short windows {windows.join(', ')}, read up to {upTo}.
    </>
  )
}
