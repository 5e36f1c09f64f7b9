import type { RuleReplayOnWire } from '../../contract/team-rule.ts'
import { takenWords } from '../../domain/format-depletion.ts'
import { formatCount, formatDuration } from '../../domain/format.ts'
import { Absent } from '../../ui/absent.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Time } from '../../ui/time.tsx'
import { Section } from '../../ui/section.tsx'

type Line = Readonly<{
  name: string
  of: (replay: RuleReplayOnWire['current']) => string | null
  why: string
}>

const lines: readonly Line[] = [
  { name: 'Alerts', of: ({ alertCount }) => formatCount(alertCount), why: '' },
  { name: 'Breaches', of: ({ breachCount }) => formatCount(breachCount), why: '' },
  { name: 'Breaches in a snooze', of: ({ snoozedCount }) => formatCount(snoozedCount), why: '' },
  { name: 'Breaches with less than 1 % lost', of: ({ outsideCount }) => formatCount(outsideCount), why: '' },
  { name: 'Episodes never told of', of: ({ missedCount }) => formatCount(missedCount), why: '' },
  {
    name: 'Told after, median',
    of: ({ medianAfterHours }) => (medianAfterHours === null ? null : formatDuration(medianAfterHours)),
    why: 'No episode was told of',
  },
  {
    name: 'Most budget gone by then',
    of: ({ mostGoneByThen }) => (mostGoneByThen === null ? null : takenWords(mostGoneByThen)),
    why: 'No episode was told of',
  },
]

type Pair = 'current' | 'draft'

const lineColumns = (replay: RuleReplayOnWire): readonly Column<Line>[] => {
  const column = (id: Pair, header: string): Column<Line> => ({
    id,
    header,
    align: 'end',
    cell: ({ of, why }) => of(replay[id]) ?? <Absent reason={why} />,
  })
  return [
    { id: 'name', header: 'In the last 90 days', isRowHeader: true, cell: ({ name }) => name },
    column('current', 'Rules now'),
    column('draft', 'Draft'),
  ]
}

type EpisodeRow = RuleReplayOnWire['episodes'][number]

const told = (id: Pair, header: string): readonly Column<EpisodeRow>[] => [
  {
    id: `${id}-after`,
    header: `${header}: told after`,
    align: 'end',
    cell: ({ [id]: { afterHours } }) =>
      afterHours === null ? <Absent reason="Nobody would have been told" /> : formatDuration(afterHours),
  },
  {
    id: `${id}-gone`,
    header: 'gone by then',
    align: 'end',
    cell: ({ [id]: { goneByThen } }) =>
      goneByThen === null ? <Absent reason="Nobody would have been told" /> : takenWords(goneByThen),
  },
]

const episodeColumns: readonly Column<EpisodeRow>[] = [
  {
    id: 'start',
    header: 'Episode began',
    isRowHeader: true,
    cell: ({ start }) => <Time at={start} form="date-time" />,
  },
  { id: 'took', header: 'Took', align: 'end', cell: ({ depletion }) => takenWords(depletion) },
  ...told('current', 'Now'),
  ...told('draft', 'Draft'),
]

/** What the draft would have done, beside what is in force, on the same past. */
export function RuleReplayTables({ replay }: Readonly<{ replay: RuleReplayOnWire }>) {
  const { hours, fewestEvents, coarse, draft, episodes } = replay
  return (
    <>
      <Section title="What it would have told">
        <DataTable
          caption="What it would have told"
          columns={lineColumns(replay)}
          rows={lines}
          rowKey={({ name }) => name}
          density="dense"
        />
        <p className="muted">
          {coarse.length > 0 &&
            `Past buckets are hours, so the draft’s ${coarse.join(', ')} ${coarse.length === 1 ? 'is' : 'are'} rounded up to whole hours. `}
          {draft.unjudgedHours > 0 &&
            `In ${formatCount(draft.unjudgedHours)} of ${formatCount(hours)} hours the window held fewer than ${fewestEvents} events: too little traffic to judge by, so nothing is told.`}
        </p>
      </Section>
      <Section title="Episode by episode" note="runs of burning hours that took at least 1 % of a budget">
        {episodes.length === 0 ? (
          <p className="muted">None in the last 90 days: there was nothing to tell of.</p>
        ) : (
          <DataTable
            caption="Episode by episode"
            columns={episodeColumns}
            rows={episodes}
            rowKey={({ start }) => start}
            density="dense"
          />
        )}
      </Section>
    </>
  )
}
