import { Link } from '@tanstack/react-router'

import type { Board } from '../../contract/board.ts'
import { transformationPaths } from '../../url/transformation-paths.ts'
import styles from './board-sections.module.css'

/** More of them are a bar without a joint. */
const MOST_BRICKS = 24

/** How many teams do what a phase is about. */
export function Practices({ board: { practices, cards, prerequisites } }: Readonly<{ board: Board }>) {
  const nameOf = (team: string) => cards.find((card) => card.team === team)?.teamName ?? team
  const checks = Object.entries(prerequisites.held)
  return (
    <section aria-labelledby="practices">
      <div className={styles['sectionHead']}>
        <h2 id="practices">Practices in use</h2>
        <span className="muted">teams</span>
      </div>
      <ul className={styles['practices']}>
        {practices.map(({ phase, name, teams }) => (
          <li key={phase} title={teams.length === 0 ? 'No team yet' : teams.map(nameOf).join(', ')}>
            <span>{name}</span>
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
