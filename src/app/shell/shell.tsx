import { Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useRef, useState, type RefObject } from 'react'

import { useBackendHealth } from '../../api/backend-health.ts'
import { useLive } from '../../api/use-live.ts'
import { useQuiet } from '../../api/use-quiet.ts'
import { useDensity, useNotifications, useSingleKeys, useZone } from '../../stores/preferences.ts'
import { DensityContext } from '../../ui/density.ts'
import { later } from '../../ui/later.tsx'
import { SingleKeysContext, useSingleKey } from '../../ui/use-single-key.ts'
import { deviceZone } from '../../ui/zone-offset.ts'
import { ZoneProvider } from '../../ui/zone.tsx'
import { BackendNotice } from './backend-notice.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { BurningAnnouncer } from './burning-announcer.tsx'
import { Freshness } from './freshness.tsx'
import { LiveNotice } from './live-notice.tsx'
import { NeverAnswered } from './never-answered.tsx'
import { PeriodClock } from './period-clock.tsx'
import { Rail } from './rail.tsx'
import styles from './shell.module.css'
import { TopBar } from './top-bar.tsx'
import { useOwnTeamKey } from './use-own-team-key.ts'
import { useAppliedTheme } from './use-applied-theme.ts'
import { usePageFocus } from './use-page-focus.ts'
import { usePaletteKey } from './use-palette-key.ts'

const CommandPalette = lazy(async () => ({
  default: (await import('../palette/command-palette.tsx')).CommandPalette,
}))
const BreachNotifier = later(async () => (await import('./breach-notifier.tsx')).BreachNotifier)
const SignIn = later(async () => (await import('./sign-in.tsx')).SignIn)
const KeyboardHelp = lazy(async () => ({ default: (await import('./keyboard-help.tsx')).KeyboardHelp }))

type Overlay = 'palette' | 'keys'

/** A television has nobody who would go anywhere. */
const WALL = '/wallboard/screens'

/** The frame of every page: where one is, where one can go, and how fresh what stands here is. */
export function Shell() {
  const isBare = useRouterState({ select: ({ location }) => location.pathname === WALL })
  return (
    <ZoneProvider timeZone={useShownZone()}>
      <SingleKeysContext value={useSingleKeys()}>
        <DensityContext value={useDensity()}>{isBare ? <Bare /> : <Frame />}</DensityContext>
      </SingleKeysContext>
    </ZoneProvider>
  )
}

/** It lies over one page; who goes back is on another. */
function useOverlay() {
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const [shown, setShown] = useState<Readonly<{ overlay: Overlay; path: string }> | null>(null)
  if (shown !== null && shown.path !== path) setShown(null)
  const show = (overlay: Overlay | null) => setShown(overlay && { overlay, path })
  return [shown?.overlay ?? null, show] as const
}

function Bare() {
  useLive(useQuiet())
  return <Outlet />
}

function Frame() {
  const [overlay, setOverlay] = useOverlay()
  const main = useRef<HTMLElement>(null)
  useAppliedTheme()
  usePageFocus(main)
  usePaletteKey(() => setOverlay('palette'))
  useSingleKey('?', () => setOverlay('keys'))
  useOwnTeamKey()
  const wantsNotifications = useNotifications()

  return (
    <div className={styles['app']}>
      <a className={styles['skip']} href="#main">
        Skip to the page
      </a>
      <Rail onSearch={() => setOverlay('palette')} />
      <div className={styles['stage']}>
        <TopBar onSearch={() => setOverlay('palette')} onKeys={() => setOverlay('keys')} />
        <PageBelowNotices main={main} />
        <footer className={styles['foot']}>
          <PeriodClock />
          <Freshness />
        </footer>
      </div>
      <BottomBar />
      <BurningAnnouncer />
      {wantsNotifications && <BreachNotifier />}
      <Suspense fallback={null}>
        {overlay === 'palette' && (
          <CommandPalette onClose={() => setOverlay(null)} onKeys={() => setOverlay('keys')} />
        )}
        {overlay === 'keys' && <KeyboardHelp onClose={() => setOverlay(null)} />}
      </Suspense>
    </div>
  )
}

/** Drawn anew whenever the backend is another way: by itself, for the frame around it would be a hundred parts more. */
function PageBelowNotices({ main }: Readonly<{ main: RefObject<HTMLElement | null> }>) {
  const health = useBackendHealth()
  // What is looked at comes first; what may change comes after it.
  useLive(useQuiet() && health.kind !== 'unknown-person')
  return (
    <>
      <BackendNotice health={health} />
      <LiveNotice health={health} />
      <main ref={main} id="main" tabIndex={-1} className={styles['main']}>
        <PageOrObstacle health={health} />
      </main>
    </>
  )
}

/** A page that was drawn stays, whatever happens later: what it shows is still good. */
function PageOrObstacle({ health }: Readonly<{ health: ReturnType<typeof useBackendHealth> }>) {
  if (health.kind === 'down' && health.lastAnswerAt === null) return <NeverAnswered health={health} />
  if (health.kind === 'unknown-person' && health.lastAnswerAt === null)
    return <SignIn signInAt={health.signInAt} hint={health.hint} />
  return <Outlet />
}

function useShownZone(): string {
  const zone = useZone()
  return zone === 'UTC' ? 'UTC' : deviceZone()
}
