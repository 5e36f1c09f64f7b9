import type { DeliveryRow } from '../../../contract/delivery.ts'
import { deliveryComponents, type DeliveryComponent, type DeliveryGroup } from '../../../domain/delivery.ts'
import { percent } from '../../../domain/indicator-words.ts'
import { Absent } from '../../../ui/absent.tsx'
import type { Column } from '../../../ui/data-table.tsx'
import { Time } from '../../../ui/time.tsx'
import { CellLink } from '../../../url/cell-link.tsx'
import type { DeliveryView } from '../../../url/delivery-view.ts'
import { deliveryPaths } from '../../../url/delivery-paths.ts'
import { indicatorPaths } from '../../../url/indicator-paths.ts'
import { ComponentFigure } from './component-figure.tsx'
import { absentReason, componentWords, restsOn } from './delivery-words.ts'
import styles from './delivery.module.css'

const headers = { team: 'Team', service: 'Service', deployment: 'Deployment' } as const

export function deliveryColumns(view: DeliveryView): readonly Column<DeliveryRow>[] {
  return [
    {
      id: 'name',
      header: headers[view.group],
      isRowHeader: true,
      sortable: true,
      width: '113px',
      cell: ({ id, name }) => (
        <CellLink className="link" {...deliveryPaths.delivery(narrowed(id, view))}>
          {/* A service goes by its id, as in every list. */}
          {view.group === 'service' ? id : name}
        </CellLink>
      ),
    },
    {
      id: 'frequency',
      header: 'A week',
      align: 'end',
      sortable: true,
      width: '52px',
      cell: ({ frequency: { value } }) =>
        value === null ? (
          <Absent reason="No deployments are known" />
        ) : (
          value.toFixed(value > 0 && value < 0.995 ? 2 : 1)
        ),
    },
    ...deliveryComponents.map(componentColumn),
    {
      id: 'kept',
      header: 'Budgets kept',
      align: 'end',
      sortable: true,
      width: '59px',
      cell: ({ id, kept: { kept, counted, share } }) =>
        share === null ? (
          <Absent reason="No period of the window is closed, or none has a verdict" />
        ) : (
          <CellLink
            className="link"
            title={`${kept} of ${counted} services times closed periods kept every budget`}
            {...indicatorPaths.keptBudgets({ ...chosen(id, view.group), range: view.range })}
          >
            {percent(share)}
          </CellLink>
        ),
    },
    {
      id: 'last',
      header: 'Last deployed',
      isExtra: true,
      width: '108px',
      cell: ({ lastDeployedAt }) =>
        lastDeployedAt === null ? (
          <Absent reason="Not in this window nor shortly before" />
        ) : (
          <Time at={lastDeployedAt} form="date-time" />
        ),
    },
  ]
}

function componentColumn(component: DeliveryComponent, at: number): Column<DeliveryRow> {
  const { short, unit } = componentWords[component]
  return {
    id: component,
    header: short,
    align: 'end',
    sortable: true,
    width: '76px',
    cell: ({ figures }) => {
      const figure = figures[at] ?? null
      if (figure === null) return <Absent reason="Builds and commits belong to no deployment" />
      if (figure.value === null) return <Absent reason={absentReason(unit)} />
      return (
        <span className={figure.isFew ? styles['few'] : undefined} title={restsOn(figure, unit)}>
          <ComponentFigure component={component} value={figure.value} />
        </span>
      )
    },
  }
}

function chosen(id: string, group: DeliveryGroup) {
  return { [group]: [id] } as Partial<Record<DeliveryGroup, readonly string[]>>
}

/** From a team to its services; from those and from deployments to the row alone, with what it is made of below. */
function narrowed(id: string, { group, range, component }: DeliveryView): Partial<DeliveryView> {
  return { ...chosen(id, group), range, component, group: 'service' }
}
