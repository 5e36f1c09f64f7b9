import { useMutation } from '@tanstack/react-query'

import { accessChanges } from '../../api/access-queries.ts'
import type { ApiToken } from '../../contract/access.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogBody } from '../../ui/dialog.tsx'
import { FormActions } from '../../ui/form.tsx'
import { Time } from '../../ui/time.tsx'
import { RefusedChange } from '../../api/refused-change.tsx'

type RevokeTokenDialogProps = Readonly<{ token: ApiToken; onClose: () => void }>

/** Asked once more, because it cannot be taken back. */
export function RevokeTokenDialog({ token, onClose }: RevokeTokenDialogProps) {
  const revoke = useMutation(accessChanges.revokeToken())
  return (
    <Dialog title={`Revoke “${token.name}”?`} onClose={onClose}>
      {(close) => (
        <DialogBody>
          <p>
            Whatever uses it is refused from this moment on. It cannot be made valid again.{' '}
            {token.lastUsedAt === null ? (
              'It was never used.'
            ) : (
              <>
                It was last used <Time at={token.lastUsedAt} form="full" />.
              </>
            )}
          </p>
          <RefusedChange title="The token could not be revoked" error={revoke.error} />
          <FormActions>
            <Button onClick={close}>Keep it</Button>
            <Button
              look="primary"
              disabled={revoke.isPending}
              onClick={() => revoke.mutate(token.id, { onSuccess: close })}
            >
              {revoke.isPending ? 'Revoking' : 'Revoke the token'}
            </Button>
          </FormActions>
        </DialogBody>
      )}
    </Dialog>
  )
}
