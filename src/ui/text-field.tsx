import type { ComponentPropsWithRef } from 'react'

import { Field, type FieldLooks } from './field.tsx'

type TextFieldProps = Omit<ComponentPropsWithRef<'input'>, 'className' | 'onChange' | 'id'> &
  FieldLooks &
  Readonly<{ onChange?: (value: string) => void }>

/** A line of text. */
export function TextField({ label, mistake, note, onChange, ...rest }: TextFieldProps) {
  return (
    <Field {...{ label, mistake, note }}>
      {(ties) => (
        <input type="text" {...ties} onChange={(event) => onChange?.(event.target.value)} {...rest} />
      )}
    </Field>
  )
}
