import type { CapacityTeamOnWire, SreCapacity } from '../../../contract/sre-capacity.ts'
import { LOW_ADHERENCE, VERY_LOW_ADHERENCE } from '../../../domain/capacity-need.ts'
import { formatCount, formatShareBelow } from '../../../domain/format.ts'
import { formatDelta } from '../../../domain/format-growth.ts'
import { Absent } from '../../../ui/absent.tsx'
import { Duration } from '../../../ui/duration.tsx'
import { Figure } from '../../../ui/figure.tsx'
import type { SreCapacityView } from '../../../url/agreement-views.ts'
import { FiguresTable, type FigureColumn, type FigureColumns } from '../workflow/figures-table.tsx'
import { TrendLine } from '../workflow/trend-line.tsx'
import { Because } from '../workflow/because.tsx'
import { Question } from '../workflow/question.tsx'
import type { AnswerTo } from '../workflow/use-answers.ts'
import { spanWords } from '../workflow/verdict-marks.tsx'
import { capacityLinks } from './capacity-links.ts'
import { SignMark } from './sign-counts.tsx'

type Team = CapacityTeamOnWire
type SignOf = 'adherence' | 'onCall' | 'tickets' | 'recovery'

const keyOf = ({ slug }: Team) => slug
const nameColumn: FigureColumn<Team> = { header: 'Team', cell: ({ name }) => name }

function signColumns(sign: SignOf): readonly FigureColumn<Team>[] {
  return [
    { header: 'Sign', cell: (team) => <SignMark isSeen={team[sign].isSeen} /> },
    { header: 'Because', cell: (team) => <Because>{team[sign].says}</Because> },
  ]
}

const adherenceColumns: FigureColumns<Team> = [
  nameColumn,
  { header: 'Kept', isFigure: true, cell: ({ adherence }) => formatCount(adherence.keptCount) },
  {
    header: 'Broken',
    isFigure: true,
    cell: ({ adherence }) => formatCount(adherence.brokenCount),
  },
  {
    header: 'Share',
    isFigure: true,
    cell: ({ adherence: { rate, isVeryLow } }) =>
      rate === null ? (
        <Absent reason="No closed period with a verdict" />
      ) : (
        <Figure
          value={formatShareBelow(rate, [VERY_LOW_ADHERENCE, LOW_ADHERENCE])}
          unit="%"
          isOverspent={isVeryLow}
        />
      ),
  },
  ...signColumns('adherence'),
]

const onCallColumns: FigureColumns<Team> = [
  nameColumn,
  {
    header: 'Rotations',
    isFigure: true,
    cell: ({ onCall }) => formatCount(onCall.rotationCount),
  },
  {
    header: 'People',
    isFigure: true,
    cell: ({ onCall: { people } }) =>
      people.atLeast === people.atMost ? people.atLeast : `${people.atLeast}–${people.atMost}`,
  },
  ...signColumns('onCall'),
]

const ticketColumns: FigureColumns<Team> = [
  nameColumn,
  { header: 'Tickets', isFigure: true, cell: ({ tickets }) => formatCount(tickets.ticketCount) },
  {
    header: 'A period',
    isFigure: true,
    cell: ({ tickets: { averageDelta } }) =>
      averageDelta === null ? <Absent reason="Fewer than two closed periods" /> : formatDelta(averageDelta),
  },
  ...signColumns('tickets'),
]

const recoveryColumns: FigureColumns<Team> = [
  nameColumn,
  { header: 'Incidents', isFigure: true, cell: ({ recovery }) => formatCount(recovery.count) },
  {
    header: 'Average',
    isFigure: true,
    cell: ({ recovery: { meanMinutes } }) =>
      meanMinutes === null ? <Absent reason="No resolved incident" /> : <Duration hours={meanMinutes / 60} />,
  },
  {
    header: 'Trend line',
    cell: ({ recovery: { line } }) =>
      line === null ? <Absent reason="Fewer than three incidents" /> : <TrendLine line={line} />,
  },
  ...signColumns('recovery'),
]

type CapacityQuestionsProps = Readonly<{
  answer: SreCapacity
  view: SreCapacityView
  answerTo: AnswerTo
}>

export function CapacityQuestions({ answer, view, answerTo }: CapacityQuestionsProps) {
  const { teams, periods } = answer
  const links = capacityLinks(view)
  const span = spanWords(periods)
  return (
    <>
      <Question
        question="How well do the services keep their SLOs?"
        span={span}
        link={links.adherence}
        {...answerTo(1)}
      >
        <FiguresTable
          caption="SLO adherence of each team"
          rows={teams}
          rowKey={keyOf}
          columns={adherenceColumns}
        />
      </Question>
      <Question question="Who is on call?" span="now" link={links.onCall} {...answerTo(2)}>
        <FiguresTable caption="On-call of each team" rows={teams} rowKey={keyOf} columns={onCallColumns} />
      </Question>
      <Question question="Do customer tickets grow?" span={span} link={links.tickets} {...answerTo(3)}>
        <FiguresTable caption="Tickets of each team" rows={teams} rowKey={keyOf} columns={ticketColumns} />
      </Question>
      <Question question="Does recovery get slower?" span={span} link={links.recovery} {...answerTo(4)}>
        <FiguresTable caption="Recovery of each team" rows={teams} rowKey={keyOf} columns={recoveryColumns} />
      </Question>
    </>
  )
}
