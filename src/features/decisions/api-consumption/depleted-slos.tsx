import type { ApiConsumption, ConsumedSlo } from '../../../contract/api-consumption.ts'
import { formatRemaining } from '../../../domain/format.ts'
import { Absent } from '../../../ui/absent.tsx'
import { Duration } from '../../../ui/duration.tsx'
import { Figure } from '../../../ui/figure.tsx'
import { FiguresTable } from '../workflow/figures-table.tsx'
import { SomeOf } from '../workflow/some-of.tsx'
import { ConsumedSloName } from './consumed-slo-name.tsx'

type Trend = ConsumedSlo['fulfilled']

/** In the middle period: of the last ones, of those that were kept, and of those that were broken. */
export function DepletedSlos({ answer: { slos, recent } }: Readonly<{ answer: ApiConsumption }>) {
  return (
    <FiguresTable<ConsumedSlo>
      caption="How much was depleted, and when it stops"
      rows={slos}
      rowKey={({ sloId }) => sloId}
      columns={[
        { header: 'SLO', cell: (slo) => <ConsumedSloName slo={slo} /> },
        { header: 'SLI', cell: ({ sliName }) => sliName },
        {
          header: `Median, last ${recent}`,
          isFigure: true,
          cell: ({ sign }) => <Depleted share={sign.medianDepletion} />,
        },
        {
          header: 'In kept periods',
          isFigure: true,
          cell: ({ fulfilled }) => <TrendCell trend={fulfilled} none="It was kept in no period" />,
        },
        {
          header: 'In broken ones',
          isFigure: true,
          cell: ({ broken }) => <TrendCell trend={broken} none="It was broken in no period" />,
        },
        {
          header: 'Stops after',
          isFigure: true,
          cell: ({ episodes }) =>
            episodes.averageHours === null ? (
              <Absent reason="No episode took 1 % of a budget" />
            ) : (
              <Duration hours={episodes.averageHours} />
            ),
        },
        {
          header: 'After a release',
          isFigure: true,
          cell: ({ episodes: { afterRelease, count } }) => (
            <SomeOf some={afterRelease} all={count} none="No episode took 1 % of a budget" />
          ),
        },
      ]}
    />
  )
}

function Depleted({ share }: Readonly<{ share: number | null }>) {
  if (share === null) return <Absent reason="No closed period has a figure" />
  return <Figure value={formatRemaining(share)} unit="%" />
}

function TrendCell({ trend, none }: Readonly<{ trend: Trend; none: string }>) {
  if (trend.count === 0) return <Absent reason={none} />
  return (
    <>
      {trend.direction !== null && <span className="muted">{trend.direction} </span>}
      <Depleted share={trend.medianDepletion} />
    </>
  )
}
