import type { MouseEvent } from 'react'

import { Icon } from '../../ui/icon.tsx'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { stateWords } from '../../ui/state-words.ts'
import styles from './command-palette.module.css'
import { hitGroups, type Hit } from './hit.ts'
import { markMatches } from './palette-query.ts'

type HitListProps = Readonly<{
  id: string
  hits: readonly Hit[]
  words: readonly string[]
  active: Hit | undefined
  onActivate: (hit: Hit) => void
  onRun: (hit: Hit, isBeside: boolean) => void
}>

/** The list box of the palette. The focus stays in the field; the active hit is named by it. */
export function HitList({ id, hits, words, active, onActivate, onRun }: HitListProps) {
  const groups = hitGroups
    .map((name) => ({ name, hits: hits.filter((hit) => hit.group === name) }))
    .filter((group) => group.hits.length > 0)
  if (groups.length === 0) return null

  return (
    <div id={id} role="listbox" aria-label="Hits" className={styles['hits']}>
      {groups.map((group) => (
        <div key={group.name} role="group" aria-label={group.name} className={styles['group']}>
          <div className={styles['title']} aria-hidden="true">
            {group.name}
          </div>
          {group.hits.map((hit) => (
            <Option
              key={hit.id}
              id={`${id}-${hit.id}`}
              hit={hit}
              words={words}
              isActive={hit === active}
              onActivate={onActivate}
              onRun={onRun}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

/** A click must not take the focus out of the field that is typed in. */
function keepFocus(event: MouseEvent) {
  event.preventDefault()
}

type OptionProps = Pick<HitListProps, 'words' | 'onActivate' | 'onRun'> &
  Readonly<{ id: string; hit: Hit; isActive: boolean }>

function Option({ id, hit, words, isActive, onActivate, onRun }: OptionProps) {
  return (
    <div
      ref={(element) => {
        if (isActive) element?.scrollIntoView({ block: 'nearest' })
      }}
      id={id}
      role="option"
      aria-selected={isActive}
      // Reached by the arrows of the field; never a stop of Tab.
      tabIndex={-1}
      className={isActive ? `${styles['hit']} ${styles['active']}` : styles['hit']}
      onMouseMove={() => onActivate(hit)}
      onMouseDown={keepFocus}
      onClick={(event) => onRun(hit, event.ctrlKey || event.metaKey)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onRun(hit, event.ctrlKey || event.metaKey)
      }}
    >
      {'state' in hit.mark ? (
        <StateGlyph state={hit.mark.state} label={stateWords[hit.mark.state]} />
      ) : (
        <Icon name={hit.mark.icon} />
      )}
      <span className={styles['name']}>
        <b>
          <Marked text={hit.name} words={words} />
        </b>{' '}
        {hit.detail !== undefined && <Marked text={hit.detail} words={words} />}
      </span>
      {hit.note !== undefined && (
        <span className={styles['note']}>
          <Marked text={hit.note} words={words} />
        </span>
      )}
    </div>
  )
}

function Marked({ text, words }: Readonly<{ text: string; words: readonly string[] }>) {
  return markMatches(text, words).map((part) =>
    part.isMatch ? <mark key={part.at}>{part.text}</mark> : <span key={part.at}>{part.text}</span>,
  )
}
