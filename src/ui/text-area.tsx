import type { ComponentPropsWithRef } from 'react'

import { Field, type FieldLooks } from './field.tsx'

type TextAreaProps = Omit<ComponentPropsWithRef<'textarea'>, 'className' | 'onChange' | 'id'> &
  FieldLooks &
  Readonly<{ onChange: (value: string) => void }>

/** Several lines of text. */
export function TextArea({ label, mistake, note, onChange, ...rest }: TextAreaProps) {
  return (
    <Field {...{ label, mistake, note }}>
      {(ties) => <textarea rows={3} {...ties} onChange={(event) => onChange(event.target.value)} {...rest} />}
    </Field>
  )
}
