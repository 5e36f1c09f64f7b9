import { buttonClass } from './button.tsx'
import { isShown } from './column-choice.ts'
import { Disclosure } from './disclosure.tsx'
import { Icon } from './icon.tsx'
import { later } from './later.tsx'
import type { ShownColumnsProps } from './shown-columns.tsx'

const ShownColumns = later(async () => (await import('./shown-columns.tsx')).ShownColumns)

/** Which columns of a table are shown. */
export function ColumnMenu(props: ShownColumnsProps) {
  const hidden = props.columns.filter((column) => !isShown(column, props.choice)).length
  return (
    <Disclosure
      align="end"
      className={buttonClass()}
      name={hidden === 0 ? 'Columns' : `Columns, ${hidden} hidden`}
      onNear={ShownColumns.preload}
      label={
        <>
          <Icon name="columns" />
          Columns
        </>
      }
    >
      {() => <ShownColumns {...props} />}
    </Disclosure>
  )
}
