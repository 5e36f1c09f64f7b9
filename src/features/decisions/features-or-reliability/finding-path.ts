import type { FindingOnWire } from '../../../contract/features-or-reliability.ts'
import { paths } from '../../../url/paths.ts'

type Place = Readonly<{
  team: string
  service: string
  deployment: string
  slo: Pick<NonNullable<FindingOnWire['slo']>, 'slug' | 'sli'> | null
}>

/** The budget's own page; of what has none all that is known of its service there. */
export function findingPath({ team, service, deployment, slo }: Place) {
  if (slo === null) return paths.explore({ team, deployment, service })
  return paths.slo({ team, deployment, service, sli: slo.sli, sloSlug: slo.slug })
}
