import { useState } from 'react'

import type { BudgetHistory } from '../../../contract/budget-history.ts'
import { Button } from '../../../ui/button.tsx'
import { later } from '../../../ui/later.tsx'

const ChangeTargetDialog = later(async () => (await import('./change-target-dialog.tsx')).ChangeTargetDialog)

export function ChangeTarget({ history }: Readonly<{ history: BudgetHistory }>) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button onNear={ChangeTargetDialog.preload} onClick={() => setIsOpen(true)}>
        Change target
      </Button>
      {isOpen && <ChangeTargetDialog history={history} onClose={() => setIsOpen(false)} />}
    </>
  )
}
