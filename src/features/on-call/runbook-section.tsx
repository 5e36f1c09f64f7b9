import type { Situation } from '../../contract/on-call.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './detail-sections.module.css'
import { NewTab } from '../../ui/new-tab.tsx'

export function RunbookSection({ situation: { runbook, links } }: Readonly<{ situation: Situation }>) {
  return (
    <section aria-label="Runbook, first moves">
      <h3 className={styles['head']}>
        Runbook, first moves
        {runbook?.url != null && (
          <a className="link" href={runbook.url} target="_blank" rel="noreferrer">
            Open
            <VisuallyHidden> the runbook</VisuallyHidden>
            <NewTab />
          </a>
        )}
      </h3>
      {runbook === null || runbook.firstMoves.length === 0 ? (
        <p className={styles['none']}>
          {runbook === null
            ? 'No runbook is agreed. The owner names one with the SLO.'
            : 'The runbook has no first moves.'}
        </p>
      ) : (
        <ol className={styles['moves']}>
          {runbook.firstMoves.map((move) => (
            <li key={move}>
              <span>
                <Move text={move} />
              </span>
            </li>
          ))}
        </ol>
      )}
      {links.length > 0 && (
        <p className={styles['links']}>
          {links.map(({ name, url }) => (
            <a key={name} className="link" href={url} target="_blank" rel="noreferrer">
              {name}
              <NewTab />
            </a>
          ))}
        </p>
      )}
    </section>
  )
}

/** What stands in backticks is to be typed. */
function Move({ text }: Readonly<{ text: string }>) {
  return text.split('`').map((part, place) => (place % 2 === 1 ? <code key={part}>{part}</code> : part))
}
