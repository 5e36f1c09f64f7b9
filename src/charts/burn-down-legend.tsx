import styles from './burn-down-legend.module.css'
import steps from './heat-steps.module.css'
import type { BurnDownModel } from './burn-down-model.ts'
import { heatSteps } from './burn-heat.ts'

type BurnDownLegendProps = Readonly<{ model: BurnDownModel }>

const stepNames = ['below 1', '1', '2.8', '5.6', '13.4', '60 and more']

/** Only marks that repeat; everything else is named where it stands. */
export function BurnDownLegend({ model }: BurnDownLegendProps) {
  return (
    <div className={styles['legend']} aria-hidden="true">
      <span className={styles['group']}>
        <span>{model.heat.rows === 24 ? 'Burn rate by hour' : 'Burn rate'}</span>
        {[0, ...heatSteps].map((from, step) => (
          <span key={from} className={styles['item']}>
            <i className={`${styles['swatch']} ${styles['heat']} ${steps[`step${step}`]}`} />
            {stepNames[step]}
          </span>
        ))}
        {model.nowHour !== null && (
          <span className={styles['item']}>
            <i className={`${styles['swatch']} ${styles['toCome']}`} />
            to come
          </span>
        )}
        {model.gaps.length > 0 && (
          <span className={styles['item']}>
            <i className={`${styles['swatch']} ${styles['gap']}`} />
            no data
          </span>
        )}
      </span>
      <span className={styles['group']}>
        {model.lines.kept.length + model.lines.overspent.length > 0 && (
          <Key className="left" name="budget left" />
        )}
        {model.paces.length > 0 && <Key className="pace" name="even pace" />}
        {model.estimate && (
          <Key className={isExhausting(model) ? 'estimate' : 'calmEstimate'} name="estimate" />
        )}
        {model.lines.bridged.length > 0 && <Key className="bridged" name="not measured" />}
        {model.releases.length > 0 && <Diamond isSuspect={false} name="release" />}
        {model.releases.some(({ isSuspect }) => isSuspect) && <Diamond isSuspect name="before an episode" />}
      </span>
    </div>
  )
}

function isExhausting({ estimate }: BurnDownModel): boolean {
  return estimate?.projections.some(({ exhaustedAt }) => exhaustedAt !== null) ?? false
}

function Key({ className, name }: Readonly<{ className: string; name: string }>) {
  return (
    <span className={styles['item']}>
      <svg width="22" height="8">
        <path className={styles[className]} d="M0 4H22" />
      </svg>
      {name}
    </span>
  )
}

function Diamond({ isSuspect, name }: Readonly<{ isSuspect: boolean; name: string }>) {
  return (
    <span className={styles['item']}>
      <svg width="11" height="11">
        <path
          className={isSuspect ? styles['suspect'] : styles['release']}
          d="M5.5 1l4.5 4.5L5.5 10 1 5.5z"
        />
      </svg>
      {name}
    </span>
  )
}
