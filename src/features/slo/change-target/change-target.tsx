import { useState } from 'react'

import type { BudgetHistory } from '../../../contract/budget.ts'
import { Button } from '../../../ui/button.tsx'
import { ChangeTargetDialog } from './change-target-dialog.tsx'

export function ChangeTarget({ history }: Readonly<{ history: BudgetHistory }>) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>Change target</Button>
      {isOpen && <ChangeTargetDialog history={history} onClose={() => setIsOpen(false)} />}
    </>
  )
}
