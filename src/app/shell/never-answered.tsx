import type { useBackendHealth } from '../../api/backend-health.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { NextTry } from './backend-notice.tsx'

type NeverAnsweredProps = Readonly<{ health: Extract<ReturnType<typeof useBackendHealth>, { kind: 'down' }> }>

/** The very first answer failed to come: there is no last good data to show. */
export function NeverAnswered({ health }: NeverAnsweredProps) {
  return (
    <>
      <PageHeader title="The server does not answer" />
      <Notice
        kind="error"
        title={health.reason}
        action={<Button onClick={health.retry}>Try again now</Button>}
      >
        The page itself is here, its figures are not. It is tried again by itself every few seconds, and this
        page then opens as it was asked for. <NextTry at={health.nextTryAt} /> If it lasts, see whether the
        server runs and whether this device can reach it.
      </Notice>
    </>
  )
}
