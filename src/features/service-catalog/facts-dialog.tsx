import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { NotSaved } from '../../api/not-saved.tsx'
import { serviceCatalogChanges } from '../../api/service-catalog-queries.ts'
import { serviceFactsOf, type CatalogService, type ServiceFacts } from '../../contract/service-catalog.ts'
import { dutyBearers, operatingModels, serviceClasses, serviceDuties } from '../../domain/service-catalog.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormRow, SubmitActions } from '../../ui/form.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { bearerWords, classWords, dutyWords, modelWords } from './catalog-words.ts'
import { blankFacts, differingFacts } from './facts-draft.ts'

type FactsDialogProps = Readonly<{ detail: CatalogService; onClose: () => void }>

export function FactsDialog({ detail, onClose }: FactsDialogProps) {
  return (
    <Dialog title={`What people know of ${detail.service.slug}`} width="wide" onClose={onClose}>
      {(close) => <FactsForm detail={detail} onDone={close} />}
    </Dialog>
  )
}

const UNKNOWN = 'unknown'
const MOST_WORDS = 300
const MOST_NOTE = 2_000

function FactsForm({ detail, onDone }: Readonly<{ detail: CatalogService; onDone: () => void }>) {
  const { service, version } = detail
  const save = useMutation(serviceCatalogChanges.writeFacts())
  const [draft, setDraft] = useState(detail.facts ?? blankFacts)
  // Of what the draft began with: the page goes on being read meanwhile.
  const [seenVersion, setSeenVersion] = useState(version)
  const change = (part: Partial<ServiceFacts>) => setDraft((held) => ({ ...held, ...part }))

  function send(overVersion: number) {
    save.mutate(
      { service: service.slug, body: { seenVersion: overVersion, facts: draft } },
      { onSuccess: onDone },
    )
  }

  return (
    <Form onSubmit={() => send(seenVersion)}>
      <FormRow>
        <TextField
          label="Kept up to date by"
          value={draft.keeper}
          maxLength={MOST_WORDS}
          autoComplete="off"
          onChange={(keeper) => change({ keeper })}
          note="A role, not a name"
        />
        <TextField
          label="Operating model since"
          type="date"
          value={draft.modelSince ?? ''}
          onChange={(day) => change({ modelSince: day === '' ? null : day })}
          note="The day from which who builds and who runs it was so"
        />
      </FormRow>
      <FormRow>
        <Choice
          label="Operating model"
          value={draft.model}
          values={operatingModels}
          words={modelWords}
          onChange={(model) => change({ model })}
        />
        <Choice
          label="Class"
          value={draft.class}
          values={serviceClasses}
          words={classWords}
          onChange={(chosen) => change({ class: chosen })}
        />
        {serviceDuties.map((duty) => (
          <Choice
            key={duty}
            label={dutyWords[duty]}
            value={draft.duties[duty]}
            values={dutyBearers}
            words={bearerWords}
            onChange={(bearer) => change({ duties: { ...draft.duties, [duty]: bearer } })}
          />
        ))}
      </FormRow>
      <FormRow>
        <TextField
          label="What may be promised"
          value={draft.promise}
          maxLength={MOST_NOTE}
          autoComplete="off"
          onChange={(promise) => change({ promise })}
          note="In plain words, for sales and legal"
        />
        <TextField
          label="Note"
          value={draft.note}
          maxLength={MOST_NOTE}
          autoComplete="off"
          onChange={(note) => change({ note })}
        />
      </FormRow>
      <NotSaved
        change={save}
        bodyOf={serviceFactsOf}
        inWords={(theirs) => differingFacts(draft, theirs)}
        onTake={(theirs, theirVersion) => {
          setDraft(theirs)
          setSeenVersion(theirVersion)
        }}
        onKeep={send}
      />
      <SubmitActions submit="Save" isPending={save.isPending} onCancel={onDone} />
    </Form>
  )
}

type ChoiceProps<Value extends string> = Readonly<{
  label: string
  value: Value | null
  values: readonly Value[]
  words: Readonly<Record<Value, string>>
  onChange: (value: Value | null) => void
}>

function Choice<Value extends string>({ label, value, values, words, onChange }: ChoiceProps<Value>) {
  return (
    <SelectField<string>
      label={label}
      value={value ?? UNKNOWN}
      options={[
        { value: UNKNOWN, label: 'Not known' },
        ...values.map((one) => ({ value: one, label: words[one] })),
      ]}
      onChange={(chosen) => onChange(values.find((one) => one === chosen) ?? null)}
    />
  )
}
