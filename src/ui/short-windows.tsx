import type { ReactNode } from 'react'

import { formatBurnRate, formatDuration } from '../domain/format.ts'
import { windowWords } from './slo-words.ts'
import { Time } from './time.tsx'

type Reading = Readonly<{ isCoarse: boolean; shortMinutes: number; upTo: string }>

type ReadHistory = Readonly<{
  readings: readonly Reading[]
  /** As lists have it. */
  burning: Readonly<{ rate: number; longHours: number }> | null
  dataUpTo: string
}>

const MINUTES = 60

type ShortWindowsProps = Readonly<{
  history: ReadHistory
  /** Leads to the team's rules where they are other than the default ones; null where they are not. */
  ownRules: ReactNode
}>

/** Whose rules were read, what stood in for their short windows, and up to when. */
export function ShortWindows({ history, ownRules }: ShortWindowsProps) {
  if (history.readings.length === 0) return null
  return (
    <>
      {ownRules !== null && <>By {ownRules}, not the default ones. </>}
      <Windows history={history} />
    </>
  )
}

function Windows({ history: { readings, burning, dataUpTo } }: Pick<ShortWindowsProps, 'history'>) {
  const [first] = readings
  if (first === undefined) return null
  const last = readings.reduce((latest, { upTo: at }) => (at > latest ? at : latest), first.upTo)
  const upTo = <Time at={last} form="time" />
  const windows = readings.map(({ shortMinutes }) => formatDuration(shortMinutes / MINUTES))
  return (
    <>
      {readings.some(({ isCoarse }) => isCoarse) ? (
        <>Hourly data up to {upTo}: short windows below an hour are read over the last whole hour.</>
      ) : (
        <>
          Short windows {windows.join(', ')}, read up to {upTo}.
        </>
      )}
      {last > dataUpTo && (
        <>
          {' '}
          Lists and breaches count whole hours, to <Time at={dataUpTo} form="time" />:{' '}
          {burning === null
            ? 'no rule held'
            : `${formatBurnRate(burning.rate)}× over ${windowWords(burning.longHours)}`}
          .
        </>
      )}
    </>
  )
}
