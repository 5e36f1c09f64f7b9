import type { ComponentProps } from 'react'

type SelectProps<Value extends string> = Omit<ComponentProps<'select'>, 'value' | 'onChange' | 'children'> &
  Readonly<{
    value: Value
    options: readonly Readonly<{ value: Value; label: string }>[]
    onChange: (value: Value) => void
  }>

/** One of a few, as the browser asks for it; whoever uses it names it. */
export function Select<Value extends string>({ options, onChange, ...rest }: SelectProps<Value>) {
  return (
    <select
      {...rest}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value)
        if (chosen !== undefined) onChange(chosen.value)
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
