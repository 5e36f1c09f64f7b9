import { useQuery } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { useState } from 'react'

import { organizationQueries } from '../../api/organization-queries.ts'
import { LEAST_SCREEN_SECONDS, MOST_SCREEN_SECONDS } from '../../domain/wallboard.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { FilterSelect } from '../../ui/filter-select.tsx'
import { MultiFilter } from '../../ui/multi-filter.tsx'
import { formatDuration } from '../../domain/format.ts'
import { wallboardPaths } from '../../url/wallboard-paths.ts'
import { useUrlState } from '../../url/use-url-state.ts'
import {
  screenKinds,
  wallboardViewCodec,
  wallThemes,
  wallZones,
  type ScreenKind,
  type WallboardView,
} from '../../url/wallboard-view.ts'
import { wallScreens } from './wall-screens.ts'
import styles from './wallboard-settings.module.css'

const kindWords: Record<ScreenKind, string> = {
  organization: 'The organization: the 24 services that need someone most',
  regions: 'Regions: the services of each, with the course of their smallest budget',
  teams: 'Teams: their services in every region',
}

const themeWords = { system: 'The television’s', light: 'Light', dark: 'Dark' } as const
const zoneWords = { viewer: 'The television’s', UTC: 'UTC' } as const
const secondsOffered = [LEAST_SCREEN_SECONDS, 60, 90, 120, 300, 600]
const hoursOffered = Array.from({ length: 24 }, (_, hour) => hour)
const NEVER = 'never'

type Change = (change: Partial<WallboardView>) => void

/** Everything is in the address, so that a television is told by a link and nothing has to be set on it. */
export function WallboardSettings() {
  const [view, setView] = useUrlState(wallboardViewCodec)
  const deployments = useQuery(organizationQueries.deployments()).data?.items ?? []
  const teams = useQuery(organizationQueries.teams()).data?.items ?? []
  const screens = wallScreens(view, { organization: '', deployments, teams }).length
  return (
    <div className={styles['settings']}>
      <p>
        It shows the smallest budget of each service in each deployment, what burns and what is exhausted.
        Nothing moves, nothing has to be touched. It asks for new figures every minute, says how old they are
        when the server does not answer, and loads itself anew when the server has a new version of this app.
      </p>
      <Screens view={view} onChange={setView} deployments={deployments} teams={teams} />
      <Looks view={view} onChange={setView} />
      <p>
        <b>
          {screens} {screens === 1 ? 'screen' : 'screens'}
        </b>
        {screens > 1 && `, one round in ${formatDuration((screens * view.seconds) / 3600)}`}.
      </p>
      <Start view={view} />
    </div>
  )
}

type Named = Readonly<{ slug: string; name: string }>
type ScreensProps = Readonly<{
  view: WallboardView
  onChange: Change
  deployments: readonly Named[]
  teams: readonly Named[]
}>

function Screens({ view, onChange, deployments, teams }: ScreensProps) {
  const toggle = (kind: ScreenKind, isChosen: boolean) => {
    const kinds = screenKinds.filter((one) => (one === kind ? isChosen : view.kinds.includes(one)))
    // A wall without a screen shows nothing: the last one stays.
    if (kinds.length > 0) onChange({ kinds })
  }
  return (
    <fieldset>
      <legend>Screens, one after the other</legend>
      {screenKinds.map((kind) => (
        <Checkbox key={kind} isChecked={view.kinds.includes(kind)} onChange={(is) => toggle(kind, is)}>
          {kindWords[kind]}
        </Checkbox>
      ))}
      <div className={styles['line']}>
        <MultiFilter
          label="Regions"
          none="All of production"
          options={optionsOf(deployments)}
          selected={view.deployment}
          onChange={(deployment) => onChange({ deployment })}
        />
        <MultiFilter
          label="Teams"
          options={optionsOf(teams)}
          selected={view.team}
          onChange={(team) => onChange({ team })}
        />
      </div>
    </fieldset>
  )
}

function optionsOf(named: readonly Named[]) {
  return named.map(({ slug, name }) => ({ value: slug, label: name }))
}

function Looks({ view, onChange }: Readonly<{ view: WallboardView; onChange: Change }>) {
  const seconds = secondsOffered.includes(view.seconds) ? secondsOffered : [...secondsOffered, view.seconds]
  const { dim } = view
  const hourOptions = hoursOffered.map((hour) => ({
    value: String(hour),
    label: `${String(hour).padStart(2, '0')}:00`,
  }))
  return (
    <fieldset>
      <legend>How</legend>
      <div className={styles['line']}>
        <FilterSelect
          label="Each for"
          value={String(view.seconds)}
          options={seconds.map((one) => ({ value: String(one), label: `${one} seconds` }))}
          onChange={(value) => onChange({ seconds: Number(value) })}
        />
        <FilterSelect
          label="Theme"
          value={view.theme}
          options={wallThemes.map((theme) => ({ value: theme, label: themeWords[theme] }))}
          onChange={(theme) => onChange({ theme })}
        />
        <FilterSelect
          label="Times in the zone"
          value={view.zone}
          options={wallZones.map((zone) => ({ value: zone, label: zoneWords[zone] }))}
          onChange={(zone) => onChange({ zone })}
        />
        <FilterSelect
          label="Dimmed from"
          value={dim === null ? NEVER : String(dim.from)}
          options={[{ value: NEVER, label: 'Never' }, ...hourOptions]}
          onChange={(from) =>
            onChange({ dim: from === NEVER ? null : { from: Number(from), to: dim?.to ?? 6 } })
          }
        />
        {dim !== null && (
          <FilterSelect
            label="until"
            value={String(dim.to)}
            options={hourOptions}
            onChange={(to) => onChange({ dim: { ...dim, to: Number(to) } })}
          />
        )}
      </div>
      <p className="muted">
        At least {LEAST_SCREEN_SECONDS} seconds a screen, at most {MOST_SCREEN_SECONDS}: a wall that changes
        faster cannot be read. While it is dimmed it is dark.
      </p>
    </fieldset>
  )
}

function Start({ view }: Readonly<{ view: WallboardView }>) {
  const router = useRouter()
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null)
  const link = `${window.location.origin}${router.buildLocation(wallboardPaths.screens(view)).href}`
  function copy() {
    navigator.clipboard.writeText(link).then(
      () => setCopied('yes'),
      () => setCopied('no'),
    )
  }
  return (
    <div className={styles['start']}>
      <Link className={buttonClass('primary')} {...wallboardPaths.screens(view)}>
        Start the wallboard
      </Link>
      <Button onClick={copy}>Copy its link</Button>
      <span role="status">
        {copied === 'yes' && 'Copied.'}
        {copied === 'no' && 'The browser did not allow copying.'}
      </span>
      <p>
        For a television: <code>{link}</code>
      </p>
    </div>
  )
}
