import type { ApiConsumption, ConsumedSlo } from '../../../contract/api-consumption.ts'
import { formatDay } from '../../../domain/day.ts'
import { formatTarget } from '../../../domain/format.ts'
import { Absent } from '../../../ui/absent.tsx'
import { Figure } from '../../../ui/figure.tsx'
import type { ApiConsumptionView } from '../../../url/api-consumption-view.ts'
import { CellLink } from '../../../url/cell-link.tsx'
import { decisionPaths } from '../../../url/decision-paths.ts'
import { FiguresTable } from '../workflow/figures-table.tsx'
import styles from './api-consumption.module.css'
import { ConsumedSloName } from './consumed-slo-name.tsx'

type DefinedSlosProps = Readonly<{ answer: ApiConsumption; view: ApiConsumptionView }>

/** One that is not enough for the use case leads on to asking for more. */
export function DefinedSlos({ answer: { slos }, view }: DefinedSlosProps) {
  return (
    <FiguresTable<ConsumedSlo>
      caption="SLOs of the service"
      rows={slos}
      rowKey={({ sloId }) => sloId}
      columns={[
        { header: 'SLO', cell: (slo) => <ConsumedSloName slo={slo} /> },
        { header: 'SLI', cell: ({ sliName }) => sliName },
        {
          header: 'SLA',
          isFigure: true,
          cell: ({ slaTarget }) =>
            slaTarget === null ? (
              <Absent reason="No SLA rests on it" />
            ) : (
              <Figure value={formatTarget(slaTarget)} unit="%" />
            ),
        },
        {
          header: 'Holds since',
          cell: ({ agreedAt }) =>
            agreedAt === null ? (
              <Absent reason="Nobody said since when it holds" />
            ) : (
              <span className={styles['day']}>{formatDay(agreedAt.slice(0, 10))}</span>
            ),
        },
        {
          header: 'Not enough?',
          cell: ({ sloId, deployment, target }) =>
            target === 1 ? (
              <Absent reason="Nothing is tighter than 100 %" />
            ) : (
              <CellLink
                className="link"
                {...decisionPaths.tighterSlo({ slo: sloId, deployment, team: view.team, at: view.at })}
              >
                Ask for more
              </CellLink>
            ),
        },
      ]}
    />
  )
}
