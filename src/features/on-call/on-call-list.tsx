import { memo, useMemo, useRef, type RefObject } from 'react'

import type { OnCallGroup } from '../../domain/on-call-order.ts'
import { formatCount } from '../../domain/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { stateWords } from '../../ui/state-words.ts'
import { useRowKeys } from '../../ui/use-row-keys.ts'
import type { OnCallView } from '../../url/on-call-view.ts'
import { BudgetRow, isSameBudget, type BudgetKey } from './budget-row.tsx'
import { entryHeight, entryKey, type ListEntry } from './list-entries.ts'
import styles from './on-call-list.module.css'
import { useEntryWindow } from './use-entry-window.ts'

type OnCallListProps = Readonly<{
  scroller: RefObject<HTMLDivElement | null>
  entries: readonly ListEntry[]
  view: OnCallView
  selected: BudgetKey | undefined
  onFold: (group: OnCallGroup) => void
  /** The end of what was read is in sight. */
  onEnd: () => void
}>

const NEAR_END = 20

export function OnCallList({ scroller, entries, view, selected, onFold, onEnd }: OnCallListProps) {
  const list = useRef<HTMLDivElement>(null)
  useRowKeys(list)
  const heights = useMemo(() => entries.map(entryHeight), [entries])
  const { start, end, before, after } = useEntryWindow(scroller, heights)
  // Asked in an event, not while drawing: the sentinel comes into the document when the end is near.
  const isNearEnd = end >= entries.length - NEAR_END
  return (
    <div ref={list}>
      <div style={{ height: `${before}rem` }} />
      {entries.slice(start, end).map((entry) => (
        <Entry
          key={entryKey(entry)}
          entry={entry}
          view={view}
          isSelected={
            selected !== undefined && entry.kind === 'budget' && isSameBudget(entry.budget, selected)
          }
          onFold={onFold}
        />
      ))}
      {isNearEnd && <EndMark onSeen={onEnd} key={entries.length} />}
      <div style={{ height: `${after}rem` }} />
    </div>
  )
}

function EndMark({ onSeen }: Readonly<{ onSeen: () => void }>) {
  return (
    <span
      ref={(element) => {
        if (element) onSeen()
      }}
    />
  )
}

type EntryProps = Readonly<{
  entry: ListEntry
  view: OnCallView
  isSelected: boolean
  onFold: (group: OnCallGroup) => void
}>

const headings: Readonly<Partial<Record<OnCallGroup, string>>> = { burning: 'Burning now' }
const titleOf = (group: OnCallGroup) => headings[group] ?? stateWords[group]

/** Of a list that is scrolled only what comes into sight is drawn anew. */
const Entry = memo(function Entry({ entry, view, isSelected, onFold }: EntryProps) {
  const rem = entryHeight(entry)
  switch (entry.kind) {
    case 'heading':
      return (
        <h2 className={styles['heading']} style={{ height: `${rem}rem` }}>
          <StateGlyph state={entry.group} />
          {titleOf(entry.group)}
          <b>{formatCount(entry.count)}</b>
        </h2>
      )
    case 'none':
      return (
        <p className={styles['none']} style={{ height: `${rem}rem` }}>
          None
        </p>
      )
    case 'fold':
      return <Fold entry={entry} rem={rem} onFold={onFold} />
    case 'budget':
      return <BudgetRow budget={entry.budget} view={view} isSelected={isSelected} rem={rem} />
  }
})

type FoldProps = Readonly<{
  entry: ListEntry & Readonly<{ kind: 'fold' }>
  rem: number
  onFold: (group: OnCallGroup) => void
}>

/** Budgets that need nobody at the moment: counted always, drawn when they are unfolded. */
function Fold({ entry: { group, count, isOpen, example }, rem, onFold }: FoldProps) {
  return (
    <h2 className={styles['foldHeading']} style={{ height: `${rem}rem` }}>
      <button type="button" className={styles['fold']} aria-expanded={isOpen} onClick={() => onFold(group)}>
        <StateGlyph state={group} />
        {titleOf(group)}
        <span className={styles['example']}>
          {example !== null && !isOpen
            ? `${example.service}, ${example.deployment}${count > 1 ? `, and ${formatCount(count - 1)} more` : ''}`
            : `${formatCount(count)} ${count === 1 ? 'budget' : 'budgets'}`}
        </span>
        <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />
      </button>
    </h2>
  )
}
