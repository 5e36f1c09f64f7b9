import { Field } from './field.tsx'
import { Select } from './select.tsx'

type SelectFieldProps<Value extends string> = Readonly<{
  label: string
  value: Value
  options: readonly Readonly<{ value: Value; label: string }>[]
  onChange: (value: Value) => void
}>

/** One of a few, with its label above as a line of text has it. */
export function SelectField<Value extends string>({
  label,
  value,
  options,
  onChange,
}: SelectFieldProps<Value>) {
  return (
    <Field label={label}>
      {({ id }) => <Select id={id} value={value} options={options} onChange={onChange} />}
    </Field>
  )
}
