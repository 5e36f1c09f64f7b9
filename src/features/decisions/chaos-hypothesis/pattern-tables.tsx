import { Fragment, useState } from 'react'

import type { ChaosChosen, ChaosEpisode, ChaosWeek } from '../../../contract/chaos-hypothesis.ts'
import { formatDepletion } from '../../../domain/format-depletion.ts'
import { formatSpeed } from '../../../domain/format.ts'
import { counted } from '../../../domain/indicator-words.ts'
import { Absent } from '../../../ui/absent.tsx'
import { Button } from '../../../ui/button.tsx'
import { Duration } from '../../../ui/duration.tsx'
import { Figure } from '../../../ui/figure.tsx'
import { Percent } from '../../../ui/percent.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { Time } from '../../../ui/time.tsx'
import { FiguresTable } from '../workflow/figures-table.tsx'
import styles from './chaos-hypothesis.module.css'

const SHOWN = 6

export function EpisodeTable({ chosen }: Readonly<{ chosen: ChaosChosen }>) {
  const { episodes } = chosen
  const [isWhole, setIsWhole] = useState(false)
  const shown = isWhole ? episodes : episodes.slice(0, SHOWN)
  if (episodes.length === 0) return <p>Nothing took as much as a hundredth of its budget in one go.</p>
  return (
    <>
      <FiguresTable
        caption="Depletion episodes, fastest first"
        rows={shown}
        rowKey={({ start }) => start}
        columns={[
          { header: 'Began', cell: ({ start }) => <Time at={start} form="date-time" /> },
          { header: 'Period', cell: ({ periodName }) => periodName },
          { header: 'Lasted', isFigure: true, cell: ({ spanHours }) => <Duration hours={spanHours} /> },
          {
            header: 'Took',
            isFigure: true,
            cell: ({ depletion }) => <Figure value={formatDepletion(depletion)} unit="%" />,
          },
          {
            header: 'Speed',
            isFigure: true,
            cell: ({ speed }) => <Figure value={formatSpeed(speed)} unit="%/h" />,
          },
          { header: 'Explained by', cell: (episode) => <Explained episode={episode} /> },
        ]}
      />
      {episodes.length > shown.length && (
        <Button look="quiet" onClick={() => setIsWhole(true)}>
          Show all {counted(episodes.length, 'episode')}
        </Button>
      )}
    </>
  )
}

function Explained({ episode }: Readonly<{ episode: ChaosEpisode }>) {
  if (episode.isBlip)
    return (
      <>
        <b>Nothing known:</b> it stands out
      </>
    )
  const { incidents, releaseBefore } = episode
  if (incidents.length === 0 && releaseBefore === null) return <span className="muted">Nothing known</span>
  return (
    <>
      {incidents.map(({ id, title, url }, place) => (
        <Fragment key={id}>
          {place > 0 && ', '}
          {url === null ? (
            (title ?? id)
          ) : (
            <a className="link" href={url} target="_blank" rel="noreferrer">
              {title ?? id}
            </a>
          )}
        </Fragment>
      ))}
      {incidents.length > 0 && releaseBefore !== null && ', '}
      {releaseBefore !== null && `release ${releaseBefore.version} before it`}
    </>
  )
}

const whyNoWeek: Readonly<Partial<Record<ChaosWeek['adherence'], string>>> = {
  'no-data': 'Nothing was measured in this week',
  'no-traffic': 'Nobody asked in this week',
}

export function WeekTable({ weeks }: Pick<ChaosChosen, 'weeks'>) {
  if (weeks.length === 0) return <p>No whole week has been measured yet.</p>
  return (
    <FiguresTable
      caption="What was left of the share of each week"
      rows={weeks.toReversed()}
      rowKey={({ start }) => start}
      columns={[
        {
          header: 'Week from',
          cell: ({ start }) => <Time at={start} form="date" />,
        },
        { header: 'Its share', cell: ({ adherence }) => <Kept adherence={adherence} /> },
        {
          header: 'Left',
          isFigure: true,
          cell: ({ remaining, adherence }) =>
            remaining === null ? (
              <Absent reason={whyNoWeek[adherence] ?? 'A target of 100 % leaves no budget'} />
            ) : (
              <Percent ratio={remaining} />
            ),
        },
      ]}
    />
  )
}

/** A week is no period and has no verdict: it says whether its share would have been enough. */
function Kept({ adherence }: Pick<ChaosWeek, 'adherence'>) {
  if (adherence === 'fulfilled') return <span className={styles['kept']}>was enough</span>
  if (adherence === 'broken') return <span className={styles['overspent']}>was overspent</span>
  return adherence === 'absent' ? <Absent reason="It did not exist yet" /> : <StateBadge state={adherence} />
}
