import type { ReactNode } from 'react'

import { Button, buttonClass } from './button.tsx'
import styles from './form.module.css'

type FormProps = Readonly<{ name?: string; onSubmit: () => void; children: ReactNode }>

/** What is wrong stands below each field, in our words and not in the browser's. */
export function Form({ name, onSubmit, children }: FormProps) {
  return (
    <form
      className={styles['form']}
      aria-label={name}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
    </form>
  )
}

/** Fields beside each other where there is room. */
export function FormRow({ children }: Readonly<{ children: ReactNode }>) {
  return <div className={styles['row']}>{children}</div>
}

/** Fields that belong together. */
export function FormGroup({ name, children }: Readonly<{ name: string; children: ReactNode }>) {
  return (
    <fieldset className={styles['group']}>
      <legend>{name}</legend>
      {children}
    </fieldset>
  )
}

/** The ways on, at the end of what they are about; the main one last. */
export function FormActions({ children }: Readonly<{ children: ReactNode }>) {
  return <div className={styles['actions']}>{children}</div>
}

type SubmitActionsProps = Readonly<{
  /** What the button says, and while it is done. */
  submit: string
  submitting?: string
  isPending: boolean
  cancel?: string
  onCancel: () => void
  /** Other ways out of the form. */
  children?: ReactNode
}>

export function SubmitActions({
  submit,
  submitting = 'Saving',
  isPending,
  cancel = 'Cancel',
  onCancel,
  children,
}: SubmitActionsProps) {
  return (
    <FormActions>
      {children}
      <Button onClick={onCancel}>{cancel}</Button>
      <button type="submit" className={buttonClass('primary')} disabled={isPending}>
        {isPending ? submitting : submit}
      </button>
    </FormActions>
  )
}
