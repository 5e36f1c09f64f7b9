import { useState } from 'react'

import type { TargetChange } from '../../../contract/catalog-state.ts'
import { Button } from '../../../ui/button.tsx'
import { downloadText } from '../../../ui/download-text.ts'
import { Icon } from '../../../ui/icon.tsx'
import styles from './change-target.module.css'

type TargetPatchProps = Readonly<{ patch: TargetChange['patch']; isDefault: boolean }>

/** What is committed where SLOs are agreed: a diff of the file, or the SLO itself where it stands in none. */
export function TargetPatch({ patch, isDefault }: TargetPatchProps) {
  const { kind, fileName, text } = patch
  const isDiff = kind === 'diff'
  return (
    <section className={styles['part']}>
      <div className={styles['patchHead']}>
        <h3 id="target-patch">{isDiff ? `Patch of ${fileName}` : 'The SLO as OpenSLO'}</h3>
        <CopyButton key={text} text={text} />
        <Button
          onClick={() =>
            downloadText(
              isDiff ? `${fileName.replaceAll(/[\\/]/g, '-')}.patch` : fileName,
              'text/plain',
              text,
            )
          }
        >
          <Icon name="download" />
          Download
        </Button>
      </div>
      <p className={styles['note']}>{explanation(isDiff, isDefault)}</p>
      {/* A region that scrolls must be reachable by keyboard. */}
      <div className={styles['code']} role="region" tabIndex={0} aria-labelledby="target-patch">
        <pre>
          {lines(text).map(({ key, line }) => (
            <span key={key} className={isDiff ? styles[lineKind(line)] : undefined}>
              {line}
            </span>
          ))}
        </pre>
      </div>
    </section>
  )
}

function explanation(isDiff: boolean, isDefault: boolean): string {
  if (isDiff)
    return 'Apply it with git apply and commit it. It takes effect within a minute of reaching the server.'
  if (isDefault)
    return 'It has its target from a default of its service. In a file of its own it is an SLO of its own, and the default holds for it no more.'
  return 'This SLO stands in no file that this server follows. Put it beside the others, in place of what they say of it.'
}

const lines = (text: string) =>
  text.split(/(?<=\n)/).map((line, index) => ({ key: `${index} ${line}`, line }))

function lineKind(line: string): 'added' | 'removed' | 'plain' {
  if (/^(?:\+\+\+|---) [ab]\//.test(line)) return 'plain'
  if (line.startsWith('+')) return 'added'
  return line.startsWith('-') ? 'removed' : 'plain'
}

function CopyButton({ text }: Readonly<{ text: string }>) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null)

  function copy() {
    navigator.clipboard.writeText(text).then(
      () => setOutcome('copied'),
      () => setOutcome('refused'),
    )
  }

  return (
    <>
      <span role="status" className={styles['outcome']}>
        {outcome === 'copied' && 'Copied'}
        {outcome === 'refused' && 'The browser did not allow it; select the text below'}
      </span>
      <Button onClick={copy}>Copy</Button>
    </>
  )
}
