import { WallboardSettings } from '../../features/wallboard/wallboard-settings.tsx'
import { Wallboard } from '../../features/wallboard/wallboard.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

export function WallboardPage() {
  return (
    <>
      <PageHeader
        title="Wallboard"
        lede="Organization, regions and teams in turn, for a television that nobody touches"
      />
      <WallboardSettings />
    </>
  )
}

export function WallboardScreensPage() {
  return <Wallboard />
}
