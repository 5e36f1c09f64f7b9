import { useRouter } from '@tanstack/react-router'

import {
  homes,
  setHome,
  setTheme,
  setZone,
  themes,
  useHome,
  useTheme,
  useZone,
  type Home,
  type Theme,
} from '../../stores/preferences.ts'
import { usePresent } from '../../api/present.ts'
import { useShareLinks } from '../../url/use-share-links.ts'
import { paths } from '../../url/paths.ts'
import type { Hit } from './hit.ts'
import { useMyTeam } from '../shell/use-own-team-key.ts'
import { matches, type PaletteQuery } from './palette-query.ts'

const MOST_HITS = 6
const MOST_UNASKED = 3

const themeWords: Record<Theme, string> = {
  system: 'Theme as the system',
  light: 'Light theme',
  dark: 'Dark theme',
}

const homeWords: Record<Home, string> = {
  'on-call': 'On call',
  planning: 'Planning',
  organization: 'Organization',
}

type Actions = Readonly<{ onCopy: (link: string) => void; onKeys: () => void }>

/** What can be done from everywhere. */
export function useActionHits({ words }: PaletteQuery, { onCopy, onKeys }: Actions): readonly Hit[] {
  const { live, frozen } = useShareLinks(usePresent())
  const theme = useTheme()
  const zone = useZone()
  const home = useHome()
  const router = useRouter()
  const ownTeam = useMyTeam()
  const all: readonly Hit[] = [
    { ...action('Copy a live link to this view', 'link'), act: () => onCopy(live.link), staysOpen: true },
    ...(frozen === null
      ? []
      : [
          {
            ...action('Copy a frozen link to this view', 'link'),
            act: () => onCopy(frozen.link),
            staysOpen: true,
          },
        ]),
    ...(ownTeam === null
      ? []
      : [
          {
            ...action('Go to my team', 'person'),
            note: 'O',
            href: router.buildLocation(paths.explore({ team: ownTeam })).href,
          },
        ]),
    { ...action('Show the keyboard shortcuts', 'help'), note: '?', act: onKeys, staysOpen: true },
    ...themes
      .filter((other) => other !== theme)
      .map((other) => ({
        ...action(themeWords[other], 'theme'),
        act: () => setTheme(other),
        staysOpen: false,
      })),
    ...homes
      .filter((other) => other !== home)
      .map((other) => ({
        ...action(`Start at ${homeWords[other]} from now on`, 'pulse'),
        act: () => setHome(other),
        staysOpen: false,
      })),
    zone === 'UTC'
      ? { ...action('Show times in your zone', 'clock'), act: () => setZone('viewer'), staysOpen: false }
      : { ...action('Show times in UTC', 'clock'), act: () => setZone('UTC'), staysOpen: false },
  ]
  if (words.length === 0) return all.slice(0, MOST_UNASKED)
  return all.filter(({ name }) => matches(name, words)).slice(0, MOST_HITS)
}

function action(name: string, icon: 'link' | 'help' | 'theme' | 'clock' | 'pulse' | 'person') {
  return { id: `do-${name.replaceAll(' ', '-')}`, group: 'Do', name, mark: { icon } } as const
}
