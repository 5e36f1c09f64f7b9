import { minutesBetween, type Instant } from './instant.ts'

/** Who looks at a status page; each sees what the ones after it see, and more. */
export const audiences = ['organization', 'stakeholders', 'external'] as const
export type Audience = (typeof audiences)[number]

export type ServiceState = 'impacted' | 'healthy'

/** A service shown to people outside is shown to everybody; one for the organization alone to nobody else. */
export function isShownTo(listedFor: Audience, looking: Audience): boolean {
  return audiences.indexOf(listedFor) >= audiences.indexOf(looking)
}

type OpenIncident = Readonly<{
  services: readonly string[]
  priority: number | null
  resolvedMs: Instant | null
}>

/** From this priority on an open incident makes a service impacted, whatever its severity. */
const LEAST_IMPACTING = 2

export function isImpacting({ priority, resolvedMs }: Omit<OpenIncident, 'services'>): boolean {
  return resolvedMs === null && priority !== null && priority <= LEAST_IMPACTING
}

/** Each service in the order given. */
export function serviceStates(
  services: readonly string[],
  incidents: readonly OpenIncident[],
): ReadonlyMap<string, ServiceState> {
  const impacted = new Set(incidents.filter(isImpacting).flatMap((incident) => incident.services))
  return new Map(services.map((service) => [service, impacted.has(service) ? 'impacted' : 'healthy']))
}

/** A product is as its worst service is. */
export function worstOf(states: readonly ServiceState[]): ServiceState {
  return states.includes('impacted') ? 'impacted' : 'healthy'
}

const MS_PER_HOUR = 3_600_000
/** Hours between updates while an incident is open: by its priority, as it is agreed for everybody. */
const updateHours: Readonly<Record<number, number>> = { 1: 2, 2: 4, 3: 6 }

/** When people are to hear again; null where the priority asks for no updates. */
export function nextUpdateDue(priority: number | null, lastMs: Instant): Instant | null {
  const hours = priority === null ? undefined : updateHours[priority]
  return hours === undefined ? null : lastMs + hours * MS_PER_HOUR
}

/** An update opens the bracket around an incident, goes on in it, or closes it. */
export const brackets = ['first', 'progress', 'last'] as const
export type Bracket = (typeof brackets)[number]

/** What the last update says of the time between, and whether it took long enough for the second ring to be told. */
export function bracketSpan(firstMs: Instant, lastMs: Instant, ring2AfterMinutes: number) {
  const minutes = minutesBetween(firstMs, lastMs)
  return { minutes, reachedRing2: minutes >= ring2AfterMinutes }
}
