import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogBody } from '../../../ui/dialog.tsx'
import { FormActions } from '../../../ui/form.tsx'

type DiscardDialogProps = Readonly<{ onDiscard: () => void; onClose: () => void }>

export function DiscardDialog({ onDiscard, onClose }: DiscardDialogProps) {
  return (
    <Dialog title="Discard the draft?" onClose={onClose}>
      {(close) => (
        <DialogBody>
          <p>It leaves the list. Its versions are kept, and everything that was entered can be exported.</p>
          <FormActions>
            <Button onClick={close}>Keep it</Button>
            <Button
              look="primary"
              onClick={() => {
                onDiscard()
                close()
              }}
            >
              Discard the draft
            </Button>
          </FormActions>
        </DialogBody>
      )}
    </Dialog>
  )
}
