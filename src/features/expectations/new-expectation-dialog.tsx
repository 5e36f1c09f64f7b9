import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { newId } from '../../api/new-id.ts'
import { organizationQueries } from '../../api/organization-queries.ts'
import { expectationTemplates, expectationFrom } from '../../domain/expectation-templates.ts'
import { monthFrom } from '../../domain/month.ts'
import { Dialog, DialogBody } from '../../ui/dialog.tsx'
import { FilterSelect } from '../../ui/filter-select.tsx'
import { draftOf, emptyDraft } from './expectation-draft.ts'
import { ExpectationForm } from './expectation-form.tsx'

const NONE = 'none'

/** Begun from what others expect of SRE, or from nothing. */
export function NewExpectationDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const [template, setTemplate] = useState(NONE)
  const [id] = useState(() => newId('e'))
  const now = useQuery(organizationQueries.current()).data?.now
  const chosen = expectationTemplates.find((one) => one.id === template)
  const draft =
    chosen === undefined || now === undefined
      ? emptyDraft
      : draftOf(expectationFrom(chosen, monthFrom(now.slice(0, 7))))
  return (
    <Dialog title="Record an expectation" width="wide" onClose={onClose}>
      {(close) => (
        <DialogBody>
          <p>
            <FilterSelect
              label="Begin with"
              value={template}
              options={[
                { value: NONE, label: 'Nothing filled in' },
                ...expectationTemplates.map(({ id: value, title }) => ({ value, label: title })),
              ]}
              onChange={setTemplate}
            />
          </p>
          <ExpectationForm
            // Another template: the form begins again from it.
            key={template}
            id={id}
            version={0}
            start={draft}
            onDone={close}
          />
        </DialogBody>
      )}
    </Dialog>
  )
}
