import { useLocation } from '@tanstack/react-router'

import type { useBackendHealth } from '../../api/backend-health.ts'
import { useTick } from '../../api/server-clock.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { Time } from '../../ui/time.tsx'
import styles from './backend-notice.module.css'

type Health = ReturnType<typeof useBackendHealth>

/** Between the top bar and the page: what stands there is still good, but the viewer must know how old it is. */
export function BackendNotice({ health }: Readonly<{ health: Health }>) {
  return <div role="status">{noticeOf(health)}</div>
}

function noticeOf(health: Health) {
  switch (health.kind) {
    case 'fine':
      return null
    case 'slow':
      return <p className={styles['quiet']}>Still waiting for the server</p>
    case 'stale':
      return (
        <p className={`${styles['banner']} ${styles['stale']}`}>
          <b>
            <StateGlyph state="no-data" />
            <span>
              Measurements stop at <Time at={health.dataUpTo} form="date-time" />
            </span>
          </b>
          <span>The server answers, but nothing newer has reached it. Figures are as of then.</span>
        </p>
      )
    case 'unknown-person':
      return health.lastAnswerAt === null ? null : (
        <SessionEnded lastAnswerAt={health.lastAnswerAt} signInAt={health.signInAt} />
      )
    case 'down':
      return health.lastAnswerAt === null ? null : (
        <div className={styles['banner']}>
          <b>
            <StateGlyph state="broken" />
            <span>
              No answer from the server since <Time at={health.lastAnswerAt} form="time" />
            </span>
          </b>
          <span>
            What you see is as of then. <NextTry at={health.nextTryAt} />
          </span>
          <Button onClick={health.retry}>Try again now</Button>
        </div>
      )
  }
}

/** What was on screen stays there; signing in leads back to it. */
function SessionEnded({
  lastAnswerAt,
  signInAt,
}: Readonly<{ lastAnswerAt: number; signInAt: string | null }>) {
  const to = useLocation({ select: ({ href }) => href })
  return (
    <div className={`${styles['banner']} ${styles['stale']}`}>
      <b>
        <StateGlyph state="no-data" />
        <span>Your session has ended</span>
      </b>
      <span>
        What you see is as of <Time at={lastAnswerAt} form="time" />.
      </span>
      {signInAt !== null && (
        <a className={buttonClass()} href={`${signInAt}?${new URLSearchParams({ to }).toString()}`}>
          Sign in again
        </a>
      )}
    </div>
  )
}

const SECOND_MS = 1_000

/** Counts down without being read out each second. */
export function NextTry({ at }: Readonly<{ at: number | null }>) {
  const now = useTick(SECOND_MS)
  const seconds = at === null ? 0 : Math.ceil((at - now) / SECOND_MS)
  return <span aria-hidden="true">{seconds > 0 ? `Next try in ${seconds} s.` : 'Trying now.'}</span>
}
