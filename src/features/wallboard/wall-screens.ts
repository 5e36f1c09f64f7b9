import type { Deployment } from '../../contract/catalog.ts'
import type { WallboardView } from '../../url/wallboard-view.ts'

/** One picture of the wallboard: a place in the hierarchy. */
export type WallScreen = Readonly<{
  key: string
  title: string
  scope: Readonly<{ team?: string; deployment?: string; stage?: 'production' }>
}>

type Known = Readonly<{
  organization: string
  deployments: readonly Deployment[]
  teams: readonly Readonly<{ slug: string; name: string }>[]
}>

/** What was chosen and still exists, in the order it is shown. */
export function wallScreens({ kinds, team, deployment }: WallboardView, known: Known): readonly WallScreen[] {
  const isChosen = (chosen: readonly string[], slug: string) => chosen.length === 0 || chosen.includes(slug)
  const screens: Record<(typeof kinds)[number], readonly WallScreen[]> = {
    organization: [
      { key: 'organization', title: `${known.organization} production`, scope: { stage: 'production' } },
    ],
    regions: known.deployments
      .filter(
        ({ slug, kind }) => isChosen(deployment, slug) && (deployment.length > 0 || kind === 'production'),
      )
      .map(({ slug, name, region }) => ({
        key: `in-${slug}`,
        title: `${name}, ${region}`,
        scope: { deployment: slug },
      })),
    teams: known.teams
      .filter(({ slug }) => isChosen(team, slug))
      .map(({ slug, name }) => ({
        key: `team-${slug}`,
        title: name,
        scope: { team: slug, stage: 'production' },
      })),
  }
  return kinds.flatMap((kind) => screens[kind])
}
