import { create } from 'zustand'
import { persist } from 'zustand/middleware'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const zones = ['viewer', 'UTC'] as const
export type Zone = (typeof zones)[number]

export const homes = ['on-call', 'planning', 'organization'] as const
export type Home = (typeof homes)[number]

export const densities = ['dense', 'normal', 'roomy'] as const
export type Density = (typeof densities)[number]

// Only what a colleague must not see when they open my link; everything else is in the URL.
type Preferences = Readonly<{
  theme: Theme
  zone: Zone
  home: Home
  /** How tall the rows of tables are. */
  density: Density
  /** Whose budgets the on-call list showed last: its links lead there again. */
  onCall: OnCallScope
  /** Told by the browser when the own team is paged; off until somebody asks for it. */
  notifications: boolean
  /** The team whose pages are one key away; null until one is chosen. */
  ownTeam: string | null
  /** Single-key shortcuts can be switched off (WCAG 2.1.4). */
  singleKeys: boolean
}>

type OnCallScope = Readonly<{ team: readonly string[]; rotation: string | null }>

/** public/theme.js reads the same key before the first paint. */
const STORAGE_KEY = 'preferences'

const defaults: Preferences = {
  theme: 'system',
  zone: 'viewer',
  home: 'on-call',
  density: 'normal',
  onCall: { team: [], rotation: null },
  notifications: false,
  ownTeam: null,
  singleKeys: true,
}

/** What lies in storage may be of another version, or edited by hand: each field is taken only if it is known. */
function known(stored: unknown): Preferences {
  const fields: Readonly<Record<string, unknown>> =
    typeof stored === 'object' && stored !== null ? { ...stored } : {}
  return {
    theme: themes.find((theme) => theme === fields['theme']) ?? defaults.theme,
    zone: zones.find((zone) => zone === fields['zone']) ?? defaults.zone,
    home: homes.find((home) => home === fields['home']) ?? defaults.home,
    density: densities.find((density) => density === fields['density']) ?? defaults.density,
    onCall: scopeFrom(fields['onCall']),
    notifications: fields['notifications'] === true,
    ownTeam: typeof fields['ownTeam'] === 'string' ? fields['ownTeam'] : defaults.ownTeam,
    singleKeys: fields['singleKeys'] !== false,
  }
}

function scopeFrom(stored: unknown): OnCallScope {
  const fields: Readonly<Record<string, unknown>> =
    typeof stored === 'object' && stored !== null ? { ...stored } : {}
  const { team, rotation } = fields
  return {
    team: Array.isArray(team) ? team.filter((one) => typeof one === 'string') : [],
    rotation: typeof rotation === 'string' ? rotation : null,
  }
}

const usePreferencesStore = create<Preferences>()(
  persist((): Preferences => defaults, { name: STORAGE_KEY, version: 1, merge: known }),
)

export const useTheme = () => usePreferencesStore((state) => state.theme)
export const useZone = () => usePreferencesStore((state) => state.zone)
export const useHome = () => usePreferencesStore((state) => state.home)
export const useDensity = () => usePreferencesStore((state) => state.density)
export const useOwnTeam = () => usePreferencesStore((state) => state.ownTeam)
export const useSingleKeys = () => usePreferencesStore((state) => state.singleKeys)

export const useNotifications = () => usePreferencesStore((state) => state.notifications)

export function setNotifications(notifications: boolean) {
  usePreferencesStore.setState({ notifications })
}

export const useOnCallScope = () => usePreferencesStore((state) => state.onCall)

export function setOnCallScope(onCall: OnCallScope) {
  usePreferencesStore.setState({ onCall })
}

export function setTheme(theme: Theme) {
  usePreferencesStore.setState({ theme })
}

export function setZone(zone: Zone) {
  usePreferencesStore.setState({ zone })
}

export function setHome(home: Home) {
  usePreferencesStore.setState({ home })
}

export function setDensity(density: Density) {
  usePreferencesStore.setState({ density })
}

export function setOwnTeam(ownTeam: string | null) {
  usePreferencesStore.setState({ ownTeam })
}

export function setSingleKeys(singleKeys: boolean) {
  usePreferencesStore.setState({ singleKeys })
}

/** Where / leads: the role home this person chose. */
export function homePath() {
  return `/${usePreferencesStore.getState().home}` as const
}

export const onCallScope = () => usePreferencesStore.getState().onCall
