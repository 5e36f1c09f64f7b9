import { useId, useState } from 'react'

import { usePermission } from '../../../api/use-permission.ts'
import type { BudgetHistory } from '../../../contract/budget-history.ts'
import { Button } from '../../../ui/button.tsx'
import { later } from '../../../ui/later.tsx'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'

const CorrectDialog = later(async () => (await import('./correct-dialog.tsx')).CorrectDialog)

export function Correct({ history }: Readonly<{ history: BudgetHistory }>) {
  const [isOpen, setIsOpen] = useState(false)
  const { whyNot } = usePermission('correct-budget', history.team)
  const reasonId = useId()
  return (
    <>
      <Button
        disabled={whyNot !== null}
        title={whyNot ?? undefined}
        aria-describedby={whyNot === null ? undefined : reasonId}
        onNear={CorrectDialog.preload}
        onClick={() => setIsOpen(true)}
      >
        Correct the budget
      </Button>
      {whyNot !== null && (
        <VisuallyHidden>
          <span id={reasonId}>{whyNot}</span>
        </VisuallyHidden>
      )}
      {isOpen && <CorrectDialog history={history} onClose={() => setIsOpen(false)} />}
    </>
  )
}
