import { useState } from 'react'

import type { CatalogService } from '../../contract/service-catalog.ts'
import { Button } from '../../ui/button.tsx'
import { downloadText } from '../../ui/download-text.ts'
import { Icon } from '../../ui/icon.tsx'
import styles from './service-page.module.css'

/** What is committed to change what stands as code: the service as a file says it, with what is missing to be filled in. */
export function ServiceDocument({ detail: { document } }: Readonly<{ detail: CatalogService }>) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null)
  const { fileName, text } = document
  return (
    <>
      <div className={styles['head']}>
        <p className={styles['lede']}>
          Change it, fill in what stands behind a #, and commit it beside the other files of the catalog.
        </p>
        <span role="status" className="muted">
          {outcome === 'copied' && 'Copied'}
          {outcome === 'refused' && 'The browser did not allow it; select the text below'}
        </span>
        <Button
          onClick={() =>
            void navigator.clipboard.writeText(text).then(
              () => setOutcome('copied'),
              () => setOutcome('refused'),
            )
          }
        >
          Copy
        </Button>
        <Button onClick={() => downloadText(fileName, 'application/yaml', text)}>
          <Icon name="download" />
          Download
        </Button>
      </div>
      {/* A region that scrolls must be reachable by keyboard. */}
      <div className={styles['document']} role="region" tabIndex={0} aria-label={fileName}>
        <pre>{text}</pre>
      </div>
    </>
  )
}
