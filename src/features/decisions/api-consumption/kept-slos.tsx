import type { ApiConsumption, ConsumedSlo } from '../../../contract/api-consumption.ts'
import { Absent } from '../../../ui/absent.tsx'
import { EndedCell } from '../workflow/ended-cell.tsx'
import { FiguresTable } from '../workflow/figures-table.tsx'
import { SomeOf } from '../workflow/some-of.tsx'
import { ConsumedSloName } from './consumed-slo-name.tsx'

type Environment = ConsumedSlo['environments'][number]

/** The last periods where it would be called, then how often it was kept in each deployment that has it. */
export function KeptSlos({ answer }: Readonly<{ answer: ApiConsumption }>) {
  const { slos, periods, recent, deployment } = answer
  const first = Math.max(0, periods.length - recent)
  const places = [
    ...new Set(slos.flatMap(({ environments }) => environments.map((one) => one.deployment))),
  ].toSorted((a, b) => Number(b === deployment) - Number(a === deployment) || (a < b ? -1 : 1))
  const environmentOf = ({ environments }: ConsumedSlo, place: string | null) =>
    environments.find((one) => one.deployment === place)
  return (
    <FiguresTable<ConsumedSlo>
      caption="How the SLOs were kept"
      rows={slos}
      rowKey={({ sloId }) => sloId}
      columns={[
        { header: 'SLO', cell: (slo) => <ConsumedSloName slo={slo} /> },
        { header: 'SLI', cell: ({ sliName }) => sliName },
        ...periods.slice(first).map(({ name }, at) => ({
          header: name,
          isFigure: true,
          cell: (slo: ConsumedSlo) => {
            const cell = environmentOf(slo, deployment)?.cells[first + at]
            return cell === undefined ? null : <EndedCell {...cell} />
          },
        })),
        ...places.map((place, at) => ({
          header: at === 0 ? `Kept in ${place}` : `in ${place}`,
          isFigure: true,
          cell: (slo: ConsumedSlo) => <Kept environment={environmentOf(slo, place)} />,
        })),
      ]}
    />
  )
}

function Kept({ environment }: Readonly<{ environment: Environment | undefined }>) {
  if (environment === undefined) return <Absent reason="The SLO is not measured there" />
  const { fulfilledCount, brokenCount } = environment
  return (
    <SomeOf some={fulfilledCount} all={fulfilledCount + brokenCount} none="No closed period has a verdict" />
  )
}
