import type { Board, BoardCard } from '../../contract/board.ts'
import type { CsvValue } from '../../domain/csv-field.ts'
import { Button } from '../../ui/button.tsx'
import { downloadCsv } from '../../ui/csv.ts'
import { downloadText } from '../../ui/download-text.ts'
import { escapeMarkdown, markdownTable } from '../../ui/markdown.ts'
import { groupWords, phaseName } from './board-words.ts'
import styles from './board-sections.module.css'

const header = [
  'Team',
  'Phase',
  'Since',
  'Weeks',
  'Done',
  'Of',
  'Next step',
  'Coach',
  'Weeks without a step',
  'Group',
  'Note',
] as const

function rowOf(board: Board, card: BoardCard): readonly CsvValue[] {
  const measures = board.columns.find(({ id }) => id === card.phase)?.measures ?? []
  const done = measures.filter(({ id }) => card.reached.some(({ measure }) => measure === id)).length
  return [
    card.teamName,
    card.phase === null ? null : phaseName(board, card.phase),
    card.since,
    card.weeksInPhase,
    done,
    measures.length,
    card.nextStep,
    card.coachVisit,
    card.weeksStuck,
    card.group === null ? null : (groupWords[card.group - 1] ?? null),
    card.note,
  ]
}

/** What people entered is theirs to take along. */
export function BoardFiles({ board }: Readonly<{ board: Board }>) {
  const rows = () => board.cards.map((card) => rowOf(board, card))
  const markdown = () =>
    markdownTable(
      header.map((name) => ({ header: name })),
      rows().map((row) => row.map((value) => escapeMarkdown(String(value ?? '')))),
    )
  return (
    <p className={styles['files']}>
      <span className="muted">Take the board along</span>
      <Button onClick={() => downloadCsv('board.csv', header, rows())}>CSV</Button>
      <Button onClick={() => downloadText('board.md', 'text/markdown', markdown())}>Markdown</Button>
    </p>
  )
}
