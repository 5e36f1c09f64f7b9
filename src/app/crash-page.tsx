import type { ErrorComponentProps } from '@tanstack/react-router'
import { useState } from 'react'

import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { PageHeader } from '../ui/page-header.tsx'

/** A mistake in the app itself. What the server refuses or fails to answer is said in place, not here. */
export function CrashPage({ error: thrown, reset }: ErrorComponentProps) {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  const [copied, setCopied] = useState<string | null>(null)
  const details = [
    `${error.name}: ${error.message}`,
    `at ${window.location.href}`,
    navigator.userAgent,
    error.stack ?? '',
  ].join('\n')

  function copy() {
    navigator.clipboard.writeText(details).then(
      () => setCopied('Copied. Send it to whoever runs this app.'),
      () => setCopied('The browser did not allow copying. The details stand below.'),
    )
  }

  return (
    <>
      <PageHeader title="This page stopped working" />
      <Notice
        kind="error"
        title={error.message}
        action={
          <>
            <Button look="primary" onClick={() => window.location.reload()}>
              Reload the page
            </Button>{' '}
            <Button onClick={reset}>Try without reloading</Button>{' '}
            <Button onClick={copy}>Copy the details</Button>
          </>
        }
      >
        It is a mistake in the app, not in your data: nothing was changed. The other pages still work.
      </Notice>
      <p role="status">{copied}</p>
      <details>
        <summary>Details</summary>
        <pre>{details}</pre>
      </details>
    </>
  )
}
