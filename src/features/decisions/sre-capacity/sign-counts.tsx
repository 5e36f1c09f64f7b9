import type { CapacityTeamOnWire } from '../../../contract/sre-capacity.ts'
import { Absent } from '../../../ui/absent.tsx'
import styles from './sre-capacity.module.css'

type SignMarkProps = Readonly<{ isSeen: boolean | null }>

export function SignMark({ isSeen }: SignMarkProps) {
  if (isSeen === null) return <Absent reason="The data cannot tell" />
  return isSeen ? <b className={styles['seen']}>Sign</b> : <span className="muted">No sign</span>
}

const signNames = [
  ['adherence', 'SLO adherence'],
  ['onCall', 'on-call'],
  ['tickets', 'tickets'],
  ['recovery', 'recovery'],
] as const

type SignCountsProps = Readonly<{ teams: readonly CapacityTeamOnWire[] }>

/** Of each team which of the four are seen; the order is that of the questions. */
export function SignCounts({ teams }: SignCountsProps) {
  return (
    <ol className={styles['counts']}>
      {teams.map((team) => (
        <li key={team.slug}>
          <span>{team.name}</span>
          <span className={styles['dots']} role="img" aria-label={dotWords(team)}>
            {signNames.map(([sign], at) => (
              <i key={sign} className={look(team[sign].isSeen)}>
                {at + 1}
              </i>
            ))}
          </span>
          <span className={styles['count']}>{team.seenCount} of 4</span>
        </li>
      ))}
    </ol>
  )
}

function look(isSeen: boolean | null): string | undefined {
  if (isSeen === null) return styles['unknown']
  return isSeen ? styles['hit'] : undefined
}

function dotWords(team: CapacityTeamOnWire): string {
  const seen = signNames.filter(([sign]) => team[sign].isSeen === true).map(([, name]) => name)
  return seen.length === 0 ? 'No sign' : `Signs in ${seen.join(', ')}`
}
