import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { memo, useEffect } from 'react'

import { useReloadOnNewBuild } from '../../api/new-build.ts'
import { organizationQueries } from '../../api/organization-queries.ts'
import { useTick } from '../../api/server-clock.ts'
import { isDimAt, screenAt } from '../../domain/wallboard.ts'
import { deviceZone, wallDate } from '../../ui/zone-offset.ts'
import { ZoneProvider } from '../../ui/zone.tsx'
import { wallboardPaths } from '../../url/wallboard-paths.ts'
import { useUrlState } from '../../url/use-url-state.ts'
import { wallboardViewCodec, type WallboardView } from '../../url/wallboard-view.ts'
import { WallClock } from './wall-clock.tsx'
import { WallFoot } from './wall-foot.tsx'
import { WallPicture } from './wall-picture.tsx'
import { wallScreens } from './wall-screens.ts'
import styles from './wallboard.module.css'

const SECOND_MS = 1000

/** Runs for days on a television: what is shown follows from the clock and the last answers, nothing is counted up. */
export function Wallboard() {
  const [view] = useUrlState(wallboardViewCodec)
  const zone = view.zone === 'UTC' ? 'UTC' : deviceZone()
  const now = useTick(SECOND_MS)
  const screens = useScreens(view)
  const isDim = isDimAt(wallDate(now, zone).getUTCHours(), view.dim)
  const at = screenAt(now, view.seconds, screens.length)
  const screen = screens[at]
  useReloadOnNewBuild()
  useWallTheme(isDim ? 'dark' : view.theme)

  return (
    <ZoneProvider timeZone={zone}>
      <main className={isDim ? `${styles['wall']} ${styles['dim']}` : styles['wall']}>
        <title>{`${screen?.title ?? 'Wallboard'} · SRE Indicators`}</title>
        <Link className={styles['settings']} {...wallboardPaths.settings(view)}>
          Settings of this wallboard
        </Link>
        {screen ? (
          <>
            <Picture key={screen.key} screen={screen} clock={CLOCK} />
            <WallFoot screen={screen} place={`Screen ${at + 1} of ${screens.length}`} />
          </>
        ) : (
          <div className={styles['waiting']}>
            <h1>Wallboard</h1>
            <p>Nothing has been answered yet. It is asked again every few seconds.</p>
          </div>
        )}
      </main>
    </ZoneProvider>
  )
}

const CLOCK = <WallClock />
// Once a second the clock is read; a picture is drawn anew when its figures are.
const Picture = memo(WallPicture)

function useScreens(view: WallboardView) {
  const organization = useQuery(organizationQueries.current()).data
  const deployments = useQuery(organizationQueries.deployments()).data?.items
  const teams = useQuery(organizationQueries.teams()).data?.items
  if (!organization || !deployments || !teams) return []
  return wallScreens(view, { organization: organization.name, deployments, teams })
}

/** The television has no preferences of its own: its address says which theme, and the night makes it dark. */
function useWallTheme(theme: WallboardView['theme']) {
  useEffect(() => {
    const root = document.documentElement
    const before = root.dataset['theme']
    if (theme === 'system') delete root.dataset['theme']
    else root.dataset['theme'] = theme
    return () => {
      if (before === undefined) delete root.dataset['theme']
      else root.dataset['theme'] = before
    }
  }, [theme])
}
