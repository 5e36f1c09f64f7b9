import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { maturityChanges } from '../../../api/maturity-queries.ts'
import { NotSaved } from '../../../api/not-saved.tsx'
import { textsOf, type AspectTextOnWire, type ComparedAspect } from '../../../contract/maturity.ts'
import {
  levelName,
  maturityAspects,
  maturityLevels,
  type MaturityLevel,
} from '../../../domain/maturity-model.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form, FormGroup, SubmitActions } from '../../../ui/form.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import styles from './assess.module.css'

type WordingDialogProps = Readonly<{
  aspect: ComparedAspect
  /** As everybody reads them now: what differs from the product's own words is kept with the change. */
  allAspects: readonly ComparedAspect[]
  textsVersion: number
  onClose: () => void
}>

/** How the organization says an aspect and its levels. What the points mean stays. */
export function WordingDialog({ aspect, allAspects, textsVersion, onClose }: WordingDialogProps) {
  return (
    <Dialog title={`Wording of “${aspect.name}”`} onClose={onClose}>
      {(close) => (
        <WordingForm aspect={aspect} allAspects={allAspects} textsVersion={textsVersion} onClose={close} />
      )}
    </Dialog>
  )
}

type Seen = Readonly<{ version: number; texts: readonly AspectTextOnWire[] }>

function WordingForm({ aspect, allAspects, textsVersion, onClose }: WordingDialogProps) {
  const save = useMutation(maturityChanges.texts())
  const [text, setText] = useState(() => textOf(aspect))
  // As the dialog found them: the page goes on being read meanwhile.
  const [seen, setSeen] = useState<Seen>(() => ({ version: textsVersion, texts: allAspects.map(textOf) }))
  const [isTried, setIsTried] = useState(false)
  const isMissing = [
    text.name,
    ...maturityLevels.flatMap((level) => [text[level].short, text[level].full]),
  ].some((words) => words.trim() === '')
  const setLevel = (level: MaturityLevel, change: Partial<AspectTextOnWire[MaturityLevel]>) =>
    setText({ ...text, [level]: { ...text[level], ...change } })

  function send(seenVersion: number, others: readonly AspectTextOnWire[]) {
    const rest = others.filter((one) => one.aspect !== aspect.aspect)
    save.mutate({ seenVersion, texts: [...rest, text].filter(isOwn) }, { onSuccess: onClose })
  }

  function submit() {
    setIsTried(true)
    if (!isMissing) send(seen.version, seen.texts)
  }

  return (
    <Form onSubmit={submit}>
      <TextField
        label="Name"
        value={text.name}
        maxLength={200}
        onChange={(name) => setText({ ...text, name })}
      />
      {maturityLevels.map((level) => (
        <FormGroup key={level} name={levelName(level, aspect.dimension)}>
          <TextField
            label="In two words"
            value={text[level].short}
            maxLength={200}
            onChange={(short) => setLevel(level, { short })}
          />
          <TextField
            label="In full"
            value={text[level].full}
            maxLength={200}
            onChange={(full) => setLevel(level, { full })}
          />
        </FormGroup>
      ))}
      {isTried && isMissing && (
        <p role="alert" className={styles['notSaved']}>
          Every field needs words
        </p>
      )}
      <NotSaved
        change={save}
        title="The wording could not be saved"
        bodyOf={textsOf}
        inWords={() => 'their words of the other aspects stay in either case.'}
        take="Take theirs"
        onTake={(texts, version) => {
          setText(texts.find((one) => one.aspect === aspect.aspect) ?? ownText(aspect))
          setSeen({ version, texts })
        }}
        keep="Keep mine for this aspect"
        onKeep={(version, texts) => send(version, texts ?? [])}
      />
      <SubmitActions submit="Save the wording" isPending={save.isPending} onCancel={onClose}>
        <Button onClick={() => setText(ownText(aspect))}>The product’s own words</Button>
      </SubmitActions>
    </Form>
  )
}

function textOf({ aspect, name, regressive, beginner, advanced }: AspectTextOnWire): AspectTextOnWire {
  return { aspect, name, regressive, beginner, advanced }
}

/** The product's own words, which hold where an organization has none. */
function ownText(aspect: ComparedAspect): AspectTextOnWire {
  const own = maturityAspects.find(({ id }) => id === aspect.aspect)
  return textOf(own === undefined ? aspect : { ...own, aspect: aspect.aspect })
}

/** What says the same as the product need not be kept. */
function isOwn(text: AspectTextOnWire): boolean {
  const product = maturityAspects.find(({ id }) => id === text.aspect)
  return (
    product === undefined ||
    JSON.stringify(textOf({ ...product, aspect: text.aspect })) !== JSON.stringify(text)
  )
}
