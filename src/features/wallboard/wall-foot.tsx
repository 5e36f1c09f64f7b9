import { useQuery } from '@tanstack/react-query'

import { hierarchyQueries } from '../../api/hierarchy-queries.ts'
import { organizationQueries } from '../../api/organization-queries.ts'
import { useServerNow, useTick } from '../../api/server-clock.ts'
import type { KeptBudgets } from '../../contract/kept-budgets.ts'
import { formatDuration } from '../../domain/format.ts'
import { formatDays } from '../../ui/time-format.ts'
import { Time } from '../../ui/time.tsx'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import type { WallScreen } from './wall-screens.ts'
import styles from './wall-foot.module.css'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
/** Two missed answers: from then on the wall says how old it is. */
const AWAY_AFTER_MS = 2.5 * MINUTE_MS
const MOST_PERIODS = 12
const MARKS = [0.9, 0.5]

/** Where in the period, how it went before, and how old all this is. */
export function WallFoot({ screen, place }: Readonly<{ screen: WallScreen; place: string }>) {
  return (
    <footer className={styles['foot']}>
      <PeriodSoFar />
      <Kept scope={screen.scope} />
      <Age place={place} />
    </footer>
  )
}

function PeriodSoFar() {
  const now = useServerNow()
  const period = useQuery(organizationQueries.current()).data?.currentPeriod
  if (!period || now === null) return <section />
  const start = Date.parse(period.start)
  const end = Date.parse(period.end)
  const days = Math.round((end - start) / DAY_MS)
  const day = Math.min(days, Math.floor((now - start) / DAY_MS) + 1)
  return (
    <section>
      <h2>
        {period.name} <span>{formatDays(start, end, 'UTC')}</span>
      </h2>
      <div className={styles['ticks']} aria-hidden="true">
        {Array.from({ length: days }, (_, index) => (
          <i
            key={index + 1}
            className={index + 1 < day ? styles['past'] : index + 1 === day ? styles['today'] : ''}
          />
        ))}
      </div>
      <p>
        Day {day} of {days}, {formatDuration(Math.max(0, Math.ceil((end - now) / HOUR_MS - 1)))} left
      </p>
    </section>
  )
}

function Kept({ scope: { team, deployment } }: Pick<WallScreen, 'scope'>) {
  const { data } = useQuery({
    ...hierarchyQueries.keptBudgets({
      window: 'current-year',
      ...(team !== undefined && { team }),
      ...(deployment !== undefined && { deployment }),
    }),
    gcTime: Number.POSITIVE_INFINITY,
  })
  const closed = data?.items.filter(({ period }) => !period.isOpen).slice(-MOST_PERIODS) ?? []
  const last = closed.at(-1)
  if (!last) return <section />
  return (
    <section>
      <h2>
        Services that kept every budget{' '}
        <span>
          {last.kept} of {last.counted} in {last.period.name}
        </span>
      </h2>
      <div className={styles['kept']} aria-hidden="true">
        {closed.map((item) => (
          <KeptPeriod key={item.period.id} item={item} isLast={item === last} />
        ))}
        {MARKS.map((mark) => (
          <span key={mark} className={styles['mark']} style={{ top: `calc(var(--full) * ${1 - mark})` }}>
            <em>{mark * 100} %</em>
          </span>
        ))}
      </div>
    </section>
  )
}

function KeptPeriod({ item, isLast }: Readonly<{ item: KeptBudgets['items'][number]; isLast: boolean }>) {
  return (
    <div className={isLast ? styles['last'] : undefined}>
      <span>
        <i style={{ height: `${(item.share ?? 0) * 100}%` }} />
      </span>
      <em>{item.period.name}</em>
    </div>
  )
}

/** A wall that stopped must not look like one that is well. */
function Age({ place }: Readonly<{ place: string }>) {
  const { data, dataUpdatedAt, error } = useQuery(organizationQueries.current())
  const here = useTick(MINUTE_MS / 4)
  const age = here - dataUpdatedAt
  const isAway = dataUpdatedAt > 0 && (error !== null || age > AWAY_AFTER_MS)
  return (
    <section>
      <h2>{place}</h2>
      {isAway ? (
        <p className={styles['away']}>
          <StateGlyph state="no-data" />
          <span>
            The server does not answer. Figures are <b>{formatDuration(Math.max(0, age) / HOUR_MS)} old</b>,
            of <Time at={dataUpdatedAt} form="day-time" />.
          </span>
        </p>
      ) : (
        data && (
          <p>
            Data up to <Time at={data.dataUpTo} form="time" />
            {data.isSimulated && ', simulated'}
          </p>
        )
      )}
    </section>
  )
}
