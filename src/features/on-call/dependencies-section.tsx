import { Link } from '@tanstack/react-router'

import type { Situation } from '../../contract/on-call.ts'
import { formatBurnRate } from '../../domain/format.ts'
import { Absent } from '../../ui/absent.tsx'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { stateWords } from '../../ui/state-words.ts'
import { Time } from '../../ui/time.tsx'
import { paths } from '../../url/paths.ts'
import styles from './detail-sections.module.css'

const MOST = 8

type DependenciesSectionProps = Readonly<{ situation: Situation; deployment: string }>

/** How what it calls stands here, and who calls it. Each leads to its worst budget. */
export function DependenciesSection({ situation: { dependencies }, deployment }: DependenciesSectionProps) {
  const shown = dependencies.slice(0, MOST)
  return (
    <section aria-label="Dependencies now">
      <h3 className={styles['head']}>
        Dependencies now <span>{dependencies.length}</span>
      </h3>
      {dependencies.length === 0 && (
        <p className={styles['none']}>The catalog names no service that it calls, and none that calls it.</p>
      )}
      <ul>
        {shown.map((dependency) => (
          <li
            key={`${dependency.relation} ${dependency.service}`}
            className={`${styles['item']} ${styles['one']}`}
          >
            <Glyph dependency={dependency} />
            <span>
              <Name dependency={dependency} deployment={deployment} />{' '}
              <span className="muted">
                <Standing dependency={dependency} />
              </span>
            </span>
            <span className={styles['end']}>{dependency.relation === 'calls' ? 'called' : 'calls it'}</span>
          </li>
        ))}
      </ul>
      {dependencies.length > shown.length && (
        <p className={styles['none']}>and {dependencies.length - shown.length} that stand no worse</p>
      )}
    </section>
  )
}

type DependencyProps = Readonly<{ dependency: Situation['dependencies'][number] }>

function Glyph({ dependency: { burning, state } }: DependencyProps) {
  if (burning !== null) return <StateGlyph state="burning" label="Burning" />
  return state === null ? <i /> : <StateGlyph state={state} label={stateWords[state]} />
}

function Name({ dependency, deployment }: DependencyProps & Readonly<{ deployment: string }>) {
  const sloId = dependency.burning?.sloId ?? dependency.worstSloId
  if (sloId === null) return <b>{dependency.service}</b>
  return (
    <Link className={styles['name']} {...paths.onCall({ selected: { sloId, deployment } })}>
      {dependency.service}
    </Link>
  )
}

function Standing({ dependency: { burning, state } }: DependencyProps) {
  if (burning !== null)
    return (
      <>
        {formatBurnRate(burning.rate)}×
        {burning.since !== null && (
          <>
            , burning since <Time at={burning.since} form="day-time" />
          </>
        )}
      </>
    )
  if (state === null) return <Absent reason="It has no SLO in this deployment" />
  return stateWords[state].toLowerCase()
}
