import { serviceLevelClasses, type ServiceLevelClass } from '../../../domain/service-level-class.ts'
import styles from './set-slo.module.css'

/** Three bars, as many filled as the class has: the word stands beside it. */
export function LevelMark({ level }: Readonly<{ level: ServiceLevelClass }>) {
  const rank = serviceLevelClasses.indexOf(level)
  return (
    <span className={styles['bars']} aria-hidden="true">
      {[1, 2, 3].map((bar) => (
        <i key={bar} className={bar <= rank ? styles['filled'] : undefined} />
      ))}
    </span>
  )
}
