import type { ReactNode } from 'react'

import { formatDuration } from '../domain/format.ts'
import { Time } from './time.tsx'

type Reading = Readonly<{ isCoarse: boolean; shortMinutes: number; upTo: string }>

const MINUTES = 60

type ShortWindowsProps = Readonly<{
  readings: readonly Reading[]
  /** Leads to the team's rules where they are other than the default ones; null where they are not. */
  ownRules: ReactNode
}>

/** Whose rules were read, what stood in for their short windows, and up to when. */
export function ShortWindows({ readings, ownRules }: ShortWindowsProps) {
  if (readings.length === 0) return null
  return (
    <>
      {ownRules !== null && <>By {ownRules}, not the default ones. </>}
      <Windows readings={readings} />
    </>
  )
}

function Windows({ readings }: Pick<ShortWindowsProps, 'readings'>) {
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
