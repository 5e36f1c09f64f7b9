import type { SetSla, TeamTighteningOnWire } from '../../../contract/set-sla.ts'
import type { SetSlaView } from '../../../url/agreement-views.ts'
import { Absent } from '../../../ui/absent.tsx'
import { Duration } from '../../../ui/duration.tsx'
import { Percent } from '../../../ui/percent.tsx'
import { FiguresTable, type FigureColumn, type FigureColumns } from '../workflow/figures-table.tsx'
import { TrendLine } from '../workflow/trend-line.tsx'
import { Because } from '../workflow/because.tsx'
import { Question } from '../workflow/question.tsx'
import type { AnswerTo } from '../workflow/use-answers.ts'
import { spanWords, VerdictMarks } from '../workflow/verdict-marks.tsx'
import { LeewayTable } from './leeway-table.tsx'
import { OutageCosts } from './outage-costs.tsx'
import { slaLinks } from './sla-links.ts'
import { StepAnswer } from './step-answer.tsx'

type Team = TeamTighteningOnWire
const keyOf = ({ slug }: Team) => slug
const nameColumn: FigureColumn<Team> = { header: 'Team', cell: ({ name }) => name }

const recoveryColumns: FigureColumns<Team> = [
  nameColumn,
  { header: 'Incidents', isFigure: true, cell: ({ recovery }) => recovery.count },
  {
    header: 'Trend line',
    cell: ({ recovery: { line } }) =>
      line === null ? <Absent reason="Fewer than three incidents" /> : <TrendLine line={line} />,
  },
  {
    header: 'Downtime',
    isFigure: true,
    cell: ({ recovery }) => <Duration hours={recovery.downtimeMinutes / 60} />,
  },
  { header: 'Answer', cell: ({ steps }) => <StepAnswer answer={steps.recovery} /> },
  { header: 'Because', cell: ({ says }) => <Because>{says.recovery}</Because> },
]

const leftColumns: FigureColumns<Team> = [
  nameColumn,
  { header: 'Least', isFigure: true, cell: ({ leastLeft }) => left(leastLeft) },
  { header: 'Median', isFigure: true, cell: ({ medianLeft }) => left(medianLeft) },
  { header: 'Answer', cell: ({ steps }) => <StepAnswer answer={steps.left} /> },
  { header: 'Because', cell: ({ says }) => <Because>{says.left}</Because> },
]

function left(share: number | null) {
  return share === null ? <Absent reason="Nothing was measured" /> : <Percent ratio={share} />
}

function keptColumns(periods: SetSla['closedPeriods']): FigureColumns<Team> {
  return [
    nameColumn,
    {
      header: 'Every SLA kept',
      cell: (team) => (
        <VerdictMarks cells={team.periods.map(({ adherence }) => adherence)} periods={periods} />
      ),
    },
    { header: 'Answer', cell: ({ steps }) => <StepAnswer answer={steps.kept} /> },
    { header: 'Because', cell: ({ says }) => <Because>{says.kept}</Because> },
  ]
}

type SetSlaQuestionsProps = Readonly<{
  answer: SetSla
  view: SetSlaView
  answerTo: AnswerTo
}>

export function SetSlaQuestions({ answer, view, answerTo }: SetSlaQuestionsProps) {
  const { teams, periods, closedPeriods, costs } = answer
  const links = slaLinks(view)
  return (
    <>
      <Question
        question="Does recovery get faster?"
        span={spanWords(periods)}
        link={links.recovery}
        {...answerTo(1)}
      >
        <FiguresTable caption="Recovery of each team" rows={teams} rowKey={keyOf} columns={recoveryColumns} />
      </Question>
      <Question
        question="Were the SLAs defended?"
        span={spanWords(closedPeriods)}
        link={links.adherence}
        {...answerTo(2)}
      >
        <FiguresTable
          caption="SLA adherence of each team"
          rows={teams}
          rowKey={keyOf}
          columns={keptColumns(closedPeriods)}
        />
      </Question>
      <Question
        question="How much was left at the end of the periods?"
        span={spanWords(closedPeriods)}
        link={links.depletion}
        {...answerTo(3)}
      >
        <FiguresTable
          caption="What was left of the SLA budgets of each team"
          rows={teams}
          rowKey={keyOf}
          columns={leftColumns}
        />
      </Question>
      <Question
        question="How much lies between the SLOs and the SLAs?"
        span={closedPeriods.at(-1)?.name ?? 'no closed period'}
        link={links.slas}
        {...answerTo(4)}
      >
        <LeewayTable teams={teams} />
      </Question>
      <Question
        question="What would the outages have cost?"
        span={spanWords(periods)}
        link={links.depletion}
        {...answerTo(5)}
      >
        <OutageCosts costs={costs} />
      </Question>
    </>
  )
}
