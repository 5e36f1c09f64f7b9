import { Link } from '@tanstack/react-router'

import type { ClauseOnWire } from '../../contract/policies.ts'
import { formatCount } from '../../domain/format.ts'
import { formatGone } from '../../domain/describe-policies.ts'
import { EndpointName } from '../../ui/endpoint-name.tsx'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { paths } from '../../url/paths.ts'
import styles from './clauses.module.css'

const WIDTH = 200
const HEIGHT = 14
/** A little beyond the threshold is in sight; further is cut, with its figure beside it. */
const BEYOND = 1.25

type ClauseMeterProps = Readonly<{ clause: ClauseOnWire; team: string }>

/** The budget nearest to the threshold: how much of it is gone, and how much may be. */
export function ClauseMeter({ clause: { nearest, condition, metCount }, team }: ClauseMeterProps) {
  if (nearest === null) return <p className="muted">No budget in its scope has a grant in this period.</p>
  const { depleted, isMet, service, deployment, sli, sloSlug, endpoint } = nearest
  const share = (condition.depletedPercent ?? 100) / 100
  const scale = WIDTH / (share * BEYOND)
  const gone = Math.min(WIDTH, Math.max(0, (depleted ?? 0) * scale))
  return (
    <>
      {depleted !== null && (
        <div className={styles['meter']}>
          <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
            <line className={styles['track']} x1="0" x2={WIDTH} y1={HEIGHT - 1} y2={HEIGHT - 1} />
            <rect className={isMet ? styles['goneMet'] : styles['gone']} y="4" height="6" width={gone} />
            <line className={styles['threshold']} x1={share * scale} x2={share * scale} y1="0" y2={HEIGHT} />
          </svg>
          <span>
            {formatGone(depleted, share)}
            {NARROW_SPACE}%
            <span className="muted">
              {' of '}
              {condition.depletedPercent}
              {NARROW_SPACE}%
            </span>
          </span>
        </div>
      )}
      <p className="muted">
        {(metCount ?? 0) > 1
          ? `${formatCount(metCount ?? 0)} budgets are beyond it, furthest `
          : isMet
            ? 'Beyond it: '
            : 'Nearest: '}
        <Link className="link" {...paths.slo({ team, deployment, service, sli, sloSlug })}>
          <EndpointName verb={endpoint.verb} path={endpoint.path} /> {sli}
        </Link>
        {` of ${service} in ${deployment}`}
      </p>
    </>
  )
}
