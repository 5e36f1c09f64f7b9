import type { IconName } from '../../ui/icon.tsx'
import type { MarkedState } from '../../ui/state-words.ts'

export const hitGroups = ['SLOs', 'Go to', 'Do'] as const
type HitGroup = (typeof hitGroups)[number]

type HitWords = Readonly<{
  id: string
  group: HitGroup
  /** Matched and marked. */
  name: string
  /** Stands after the name, lighter. */
  detail?: string
  /** Stands at the far end. */
  note?: string
  mark: Readonly<{ state: MarkedState }> | Readonly<{ icon: IconName }>
}>

/** What the palette found: a place to go to, or something to do. It stays open where the result is said in it. */
export type Hit = HitWords & (Readonly<{ href: string }> | Readonly<{ act: () => void; staysOpen: boolean }>)
