import { Link } from '@tanstack/react-router'

import type { Board } from '../../contract/board.ts'
import { transformationPaths } from '../../url/transformation-paths.ts'
import styles from './board-sections.module.css'

/** More of them are a bar without a joint. */
const MOST_BRICKS = 24

/** How many teams do what a phase is about. */
export function Practices({
  board: { practices, columns, cards, prerequisites },
}: Readonly<{ board: Board }>) {
  const nameOf = (team: string) => cards.find((card) => card.team === team)?.teamName ?? team
  const namesOf = (teams: readonly string[]) =>
    teams.length === 0 ? 'no team yet' : teams.map(nameOf).join(', ')
  /** Null where data cannot tell. */
  function seenIn(phase: string): readonly string[] | null {
    const kind = columns.find(({ id }) => id === phase)?.evidence ?? null
    if (kind === null) return null
    return cards
      .filter(({ evidence }) => evidence.some((fact) => fact.kind === kind && fact.count > 0))
      .map(({ team }) => team)
  }
  const rows = practices.map((practice) => ({ ...practice, seen: seenIn(practice.phase) }))
  const checks = Object.entries(prerequisites.held)
  return (
    <section aria-labelledby="practices">
      <div className={styles['sectionHead']}>
        <h2 id="practices">Practices in use</h2>
        <span className="muted">teams</span>
      </div>
      <ul className={styles['practices']}>
        {rows.map(({ phase, name, teams, seen }) => (
          <li
            key={phase}
            title={`By the board: ${namesOf(teams)}${seen === null ? '' : `. In the data: ${namesOf(seen)}`}`}
          >
            <span>
              {name}
              {seen !== null && seen.length !== teams.length && (
                <span className={styles['inData']}>{seen.length} in the data</span>
              )}
            </span>
            <span className={styles['used']} aria-hidden="true">
              {cards.length <= MOST_BRICKS &&
                cards.map(({ team }, index) => (
                  <i key={team} className={index < teams.length ? styles['inUse'] : undefined} />
                ))}
            </span>
            <b>
              {teams.length} <span className="muted">of {cards.length}</span>
            </b>
          </li>
        ))}
        <li>
          <Link className="link" {...transformationPaths.board({ panel: 'all-teams' })}>
            Ready to open to all teams
          </Link>
          <span className={styles['used']} aria-hidden="true">
            {checks.map(([id, { isHeld }]) => (
              <i key={id} className={isHeld ? styles['inUse'] : undefined} />
            ))}
          </span>
          <b>
            {checks.filter(([, { isHeld }]) => isHeld).length}{' '}
            <span className="muted">of {checks.length}</span>
          </b>
        </li>
      </ul>
    </section>
  )
}
