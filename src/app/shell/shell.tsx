import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useRef, useState } from 'react'

import { useBackendHealth } from '../../api/backend-health.ts'
import { useSingleKeys, useZone } from '../../stores/preferences.ts'
import { SingleKeysContext, useSingleKey } from '../../ui/use-single-key.ts'
import { deviceZone } from '../../ui/zone-offset.ts'
import { ZoneProvider } from '../../ui/zone.tsx'
import { BackendNotice } from './backend-notice.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { BurningAnnouncer } from './burning-announcer.tsx'
import { Freshness } from './freshness.tsx'
import { NeverAnswered } from './never-answered.tsx'
import { PeriodClock } from './period-clock.tsx'
import { Rail } from './rail.tsx'
import styles from './shell.module.css'
import { TopBar } from './top-bar.tsx'
import { useAppliedTheme } from './use-applied-theme.ts'
import { usePageFocus } from './use-page-focus.ts'
import { usePaletteKey } from './use-palette-key.ts'

const CommandPalette = lazy(async () => ({
  default: (await import('../palette/command-palette.tsx')).CommandPalette,
}))
const KeyboardHelp = lazy(async () => ({ default: (await import('./keyboard-help.tsx')).KeyboardHelp }))

type Overlay = 'palette' | 'keys'

/** The frame of every page: where one is, where one can go, and how fresh what stands here is. */
export function Shell() {
  return (
    <ZoneProvider timeZone={useShownZone()}>
      <SingleKeysContext value={useSingleKeys()}>
        <Frame />
      </SingleKeysContext>
    </ZoneProvider>
  )
}

function Frame() {
  const [overlay, setOverlay] = useState<Overlay | null>(null)
  const main = useRef<HTMLElement>(null)
  const health = useBackendHealth()
  useAppliedTheme()
  usePageFocus(main)
  usePaletteKey(() => setOverlay('palette'))
  useSingleKey('?', () => setOverlay('keys'))

  const neverAnswered = health.kind === 'down' && health.lastAnswerAt === null
  return (
    <div className={styles['app']}>
      <a className={styles['skip']} href="#main">
        Skip to the page
      </a>
      <Rail onSearch={() => setOverlay('palette')} />
      <div className={styles['stage']}>
        <TopBar onSearch={() => setOverlay('palette')} onKeys={() => setOverlay('keys')} />
        <BackendNotice health={health} />
        <main ref={main} id="main" tabIndex={-1} className={styles['main']}>
          {neverAnswered ? <NeverAnswered health={health} /> : <Outlet />}
        </main>
        <footer className={styles['foot']}>
          <PeriodClock />
          <Freshness />
        </footer>
      </div>
      <BottomBar />
      <BurningAnnouncer />
      <Suspense fallback={null}>
        {overlay === 'palette' && (
          <CommandPalette onClose={() => setOverlay(null)} onKeys={() => setOverlay('keys')} />
        )}
        {overlay === 'keys' && <KeyboardHelp onClose={() => setOverlay(null)} />}
      </Suspense>
    </div>
  )
}

function useShownZone(): string {
  const zone = useZone()
  return zone === 'UTC' ? 'UTC' : deviceZone()
}
