import { Segmented } from '../../ui/segmented.tsx'

type Shape = 'table' | 'graph'
type ShownAsProps = Readonly<{ value: Shape; onChange: (show: Shape) => void }>

/** The same rows, as figures or drawn. */
export function ShownAs({ value, onChange }: ShownAsProps) {
  return (
    <Segmented
      label="Shown as"
      options={[
        { value: 'table', label: 'Table', icon: 'table' },
        { value: 'graph', label: 'Graph', icon: 'chart' },
      ]}
      value={value}
      onChange={onChange}
    />
  )
}
