import type { DependencyOnWire, PromiseOnWire } from '../../../contract/set-slo.ts'
import { formatTarget } from '../../../domain/format.ts'
import { levelWords } from '../../../domain/describe-slo-setting.ts'
import { NARROW_SPACE } from '../../../ui/figure.tsx'
import { limitWords } from '../../../ui/slo-words.ts'
import { VerdictMarks } from '../workflow/verdict-marks.tsx'
import { LevelMark } from './level-mark.tsx'
import styles from './set-slo.module.css'

type DependencyPromisesProps = Readonly<{
  dependencies: readonly DependencyOnWire[]
  periods: readonly Readonly<{ name: string }>[]
  deployment: string
}>

/** Of each dependency the four steps: its SLAs and whether they were kept, its SLOs and whether they were. */
export function DependencyPromises({ dependencies, periods, deployment }: DependencyPromisesProps) {
  return (
    <ul className={styles['dependencies']}>
      {dependencies.map((dependency) => {
        const { name, service, deployments, slas, slos, level, levelSays } = dependency
        const elsewhere = service !== null && !deployments.includes(deployment)
        return (
          <li key={name} className={styles['dependency']}>
            <div className={styles['name']}>
              <h3>{name}</h3>
              <span>{service === null ? outside(dependency) : service.teamName}</span>
              {elsewhere && (
                <span>
                  not in {deployment}: {deployments.join(', ') || 'nowhere in production'}
                </span>
              )}
            </div>
            <div className={styles['level']}>
              <LevelMark level={level} />
              <b>{levelWords[level]}</b>
              <span>{levelSays}</span>
            </div>
            <Kept kept={slas} title="SLAs" periods={periods} />
            {slos === null ? (
              <p className={styles['kept']}>
                <b>SLOs</b> <span>Nobody outside tells theirs.</span>
              </p>
            ) : (
              <Kept kept={slos} title="SLOs" periods={periods} />
            )}
          </li>
        )
      })}
    </ul>
  )
}

function outside({ correctionCount }: DependencyOnWire): string {
  if (correctionCount === 0) return 'external'
  return `external, known from ${correctionCount} correction${correctionCount === 1 ? '' : 's'}`
}

type KeptProps = Readonly<{
  kept: DependencyOnWire['slas']
  title: string
  periods: DependencyPromisesProps['periods']
}>

function Kept({ kept, title, periods }: KeptProps) {
  return (
    <div>
      <p className={styles['kept']}>
        <b>{title}</b> <span>{kept.says}</span>
      </p>
      {kept.items.length > 0 && (
        <ul className={styles['promises']} aria-label={title}>
          {kept.items.map((item) => (
            <li key={`${item.id} ${item.deployment}`}>
              <span title={`${item.name} ${item.sliName}`}>
                {item.name} <small>{promiseWords(item)}</small>
              </span>
              <VerdictMarks cells={item.cells} periods={periods} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function promiseWords({ sliName, target, thresholdMs }: PromiseOnWire): string {
  const threshold = thresholdMs === null ? '' : ` within ${limitWords(thresholdMs)}`
  return `${sliName} ${formatTarget(target)}${NARROW_SPACE}%${threshold}`
}
