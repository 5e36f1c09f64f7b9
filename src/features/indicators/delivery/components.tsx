import type { ComponentOnWire } from '../../../contract/delivery.ts'
import type { DeliveryComponent } from '../../../domain/delivery.ts'
import { Absent } from '../../../ui/absent.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { ComponentFigure } from './component-figure.tsx'
import { absentReason, componentWords, isShare, restsOn } from './delivery-words.ts'
import styles from './delivery.module.css'
import { TrendLine } from './trend-line.tsx'
import { Trend } from './trend-words.tsx'

type ComponentsProps = Readonly<{
  components: readonly ComponentOnWire[]
  windowLength: number
  /** The one that is drawn below. */
  chosen: DeliveryComponent
  onChoose: (component: DeliveryComponent) => void
}>

/** Five indicators of two components each. */
export function Components({ components, windowLength, chosen, onChoose }: ComponentsProps) {
  return (
    <>
      <h2 className={styles['heading']}>Five indicators, ten components</h2>
      <DataTable
        caption="Five indicators, ten components"
        columns={columns(windowLength, chosen, onChoose)}
        rows={components}
        rowKey={({ component }) => component}
        isSelected={({ component }) => component === chosen}
        density="dense"
        footer="Medians of times; less is better in all ten. The line is the year up to the window, the window in ink. A change of at most a tenth is steady. Fewer than three times or ten results are too few to be compared."
      />
    </>
  )
}

function columns(
  windowLength: number,
  chosen: DeliveryComponent,
  onChoose: (component: DeliveryComponent) => void,
): readonly Column<ComponentOnWire>[] {
  return [
    {
      id: 'indicator',
      header: 'Indicator',
      width: '150px',
      cell: ({ component }) => componentWords[component].indicator,
    },
    {
      id: 'component',
      header: 'Component',
      isRowHeader: true,
      width: '178px',
      cell: ({ component }) => (
        <button
          type="button"
          className={styles['choose']}
          aria-pressed={component === chosen}
          title={`${componentWords[component].says} Draw it below.`}
          onClick={() => onChoose(component)}
        >
          {componentWords[component].name}
        </button>
      ),
    },
    {
      id: 'value',
      header: 'Now',
      align: 'end',
      width: '94px',
      cell: ({ component, figure }) => <Value component={component} value={figure.value} />,
    },
    {
      id: 'mean',
      header: 'Mean',
      align: 'end',
      width: '94px',
      cell: ({ component, figure }) =>
        isShare(component) ? (
          <Absent reason="A share has no other mean" />
        ) : (
          <Value component={component} value={figure.mean} />
        ),
    },
    {
      id: 'before',
      header: 'Before',
      align: 'end',
      width: '94px',
      cell: ({ component, before }) =>
        before === null ? (
          <Absent reason="The window before is not held whole" />
        ) : (
          <Value component={component} value={before.value} />
        ),
    },
    { id: 'trend', header: 'Change', align: 'end', width: '112px', cell: (one) => <Trend of={one} /> },
    {
      id: 'line',
      header: 'The year',
      width: '120px',
      cell: ({ history }) => <TrendLine history={history} windowLength={windowLength} />,
    },
    {
      id: 'count',
      header: 'Rests on',
      width: '150px',
      cell: ({ component, figure }) => restsOn(figure, componentWords[component].unit),
    },
  ]
}

function Value({ component, value }: Readonly<{ component: DeliveryComponent; value: number | null }>) {
  return value === null ? (
    <Absent reason={absentReason(componentWords[component].unit)} />
  ) : (
    <ComponentFigure component={component} value={value} />
  )
}
