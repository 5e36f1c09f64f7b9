import { useState } from 'react'

import { Button } from '../../ui/button.tsx'
import { DialogBody } from '../../ui/dialog.tsx'
import { FormActions } from '../../ui/form.tsx'
import { Icon } from '../../ui/icon.tsx'
import { TextField } from '../../ui/text-field.tsx'

type ShownOnceProps = Readonly<{ secret: string; onDone: () => void }>

/** The server keeps only a hash: what is not copied now is gone. */
export function ShownOnce({ secret, onDone }: ShownOnceProps) {
  const [result, setResult] = useState<'copied' | 'refused' | null>(null)
  function copy() {
    navigator.clipboard.writeText(secret).then(
      () => setResult('copied'),
      () => setResult('refused'),
    )
  }
  return (
    <DialogBody>
      <TextField
        label="The token"
        value={secret}
        readOnly
        onFocus={(event) => event.target.select()}
        note="It is shown this once. Copy it to where it is used; nobody can read it again."
      />
      <FormActions>
        <span role="status" className="muted">
          {result === 'copied' && 'Copied'}
          {result === 'refused' && 'The browser did not allow it; select and copy it by hand'}
        </span>
        <Button onClick={copy}>
          <Icon name="link" />
          Copy
        </Button>
        <Button look="primary" onClick={onDone}>
          Done, I have it
        </Button>
      </FormActions>
    </DialogBody>
  )
}
