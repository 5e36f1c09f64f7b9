import styles from './burn-down.module.css'
import type { BurnDownModel } from './burn-down-model.ts'
import type { PlotGeometry } from './plot-geometry.ts'

type EventLanesProps = Readonly<{ model: BurnDownModel; geometry: PlotGeometry }>

const BREACH_HEIGHT_PX = 6
const MIN_BREACH_PX = 2.5

/** Releases, breaches and clauses that were met, below the plot, on its time axis. */
export function EventLanes({ model, geometry }: EventLanesProps) {
  const { x, left, right, deployLane, breachLane, policyLane } = geometry
  // Suspects are drawn last, so that an innocent release beside one does not cover it.
  const releases = model.releases.toSorted((a, b) => Number(a.isSuspect) - Number(b.isSuspect))
  return (
    <g>
      <Lane name="Release" y={deployLane} left={left} right={right} />
      {releases.map(({ hour, version, isSuspect }) => (
        <path
          key={version}
          className={isSuspect ? styles['suspect'] : styles['release']}
          d={`M${x(hour)} ${deployLane - 4.6}l4.6 4.6-4.6 4.6-4.6-4.6z`}
        />
      ))}
      <Lane name="Breach" y={breachLane} left={left} right={right} />
      {model.breaches.map(({ fromHour, toHour, severity }) => {
        const start = x(Math.max(fromHour, model.fromHour))
        return (
          <rect
            key={fromHour}
            className={severity === 'page' ? styles['breach'] : styles['ticketBreach']}
            x={start}
            width={Math.max(x(Math.min(toHour, model.toHour)) - start, MIN_BREACH_PX)}
            y={breachLane - BREACH_HEIGHT_PX / 2}
            height={BREACH_HEIGHT_PX}
          />
        )
      })}
      {model.enactments.length > 0 && <Lane name="Policy" y={policyLane} left={left} right={right} />}
      {model.enactments.map(({ fromHour, toHour, clause }) => {
        const start = x(Math.max(fromHour, model.fromHour))
        return (
          <rect
            key={`${clause} ${fromHour}`}
            className={styles['enactment']}
            x={start}
            width={Math.max(x(Math.min(toHour, model.toHour)) - start, MIN_BREACH_PX)}
            y={policyLane - BREACH_HEIGHT_PX / 2}
            height={BREACH_HEIGHT_PX}
          />
        )
      })}
    </g>
  )
}

function Lane({ name, y, left, right }: Readonly<{ name: string; y: number; left: number; right: number }>) {
  return (
    <>
      <line className={styles['lane']} x1={left} x2={right} y1={y} y2={y} />
      <text className={styles['laneName']} x={left - 8} y={y + 4}>
        {name}
      </text>
    </>
  )
}
