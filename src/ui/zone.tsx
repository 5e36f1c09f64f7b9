import { createContext, use, type ReactNode } from 'react'

const ZoneContext = createContext('UTC')

type ZoneProviderProps = Readonly<{
  /** An IANA name: Europe/Berlin, UTC. */
  timeZone: string
  children: ReactNode
}>

export function ZoneProvider({ timeZone, children }: ZoneProviderProps) {
  return <ZoneContext value={timeZone}>{children}</ZoneContext>
}

/** The IANA name of the zone that times are shown in. */
export function useTimeZone(): string {
  return use(ZoneContext)
}
