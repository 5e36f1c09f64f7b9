import { TeamLinks } from '../../features/indicators/team-links.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

export function IndicatorLinksPage() {
  return (
    <>
      <PageHeader
        title="Links for a wiki"
        lede="Every indicator, graph and SLO of a team by its address: live for runbooks, frozen for what was decided on."
      />
      <TeamLinks />
    </>
  )
}
