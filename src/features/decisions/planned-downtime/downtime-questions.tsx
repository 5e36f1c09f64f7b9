import type {
  BudgetAtRisk,
  DowntimeStart,
  PlannedDowntimeEffect,
} from '../../../contract/planned-downtime.ts'
import { formatCount, formatGrant, formatRemaining } from '../../../domain/format.ts'
import { Absent } from '../../../ui/absent.tsx'
import { Button } from '../../../ui/button.tsx'
import { EndpointName } from '../../../ui/endpoint-name.tsx'
import { NARROW_SPACE } from '../../../ui/figure.tsx'
import { Percent } from '../../../ui/percent.tsx'
import { SloName } from '../../../ui/slo-name.tsx'
import { Time } from '../../../ui/time.tsx'
import { CellLink } from '../../../url/cell-link.tsx'
import { paths } from '../../../url/paths.ts'
import { policyPaths } from '../../../url/policy-paths.ts'
import { FiguresTable } from '../workflow/figures-table.tsx'
import { Question } from '../workflow/question.tsx'
import { DowntimeDays } from './downtime-days.tsx'
import { questions } from './downtime-words.ts'
import styles from './planned-downtime.module.css'

type DowntimeQuestionsProps = Readonly<{
  effect: PlannedDowntimeEffect
  onStart: (from: string) => void
}>

export function DowntimeQuestions({ effect, onStart }: DowntimeQuestionsProps) {
  const { team, stops, budgets, period, openPeriod, laterPeriod, isProduction } = effect
  return (
    <>
      <Question
        number={1}
        question={questions.stops}
        span="now"
        link={{ words: 'Policies of the team', to: policyPaths.policy(team) }}
      >
        {stops.length === 0 ? (
          <p>
            No clause that is met stops{' '}
            {isProduction ? 'releases to production' : 'releases before production'} of this service.
          </p>
        ) : (
          <ul className={styles['stops']}>
            {stops.map(({ enactment, policyName, clauseName, since, isAcknowledged }) => (
              <li key={enactment}>
                <b>{clauseName}</b> of {policyName}, met since <Time at={since} form="date-time" />
                {!isAcknowledged && ', acknowledged by nobody yet'}
              </li>
            ))}
          </ul>
        )}
      </Question>
      <Question number={2} question={questions.takes} span={period.name}>
        {budgets.length === 0 ? (
          <p>No SLO of this service is measured here. What users would bear is for people to say.</p>
        ) : (
          <BudgetsAtRisk budgets={budgets} isLater={period.id === laterPeriod.id} />
        )}
      </Question>
      {budgets.length > 0 && (
        <Question number={3} question={questions.when} span={`${openPeriod.name} and ${laterPeriod.name}`}>
          <Best effect={effect} onStart={onStart} />
          <DowntimeDays effect={effect} onStart={onStart} />
        </Question>
      )}
    </>
  )
}

type BudgetsAtRiskProps = Readonly<{ budgets: readonly BudgetAtRisk[]; isLater: boolean }>

const noBudget = <Absent reason="A target of 100 % leaves no budget" />

function BudgetsAtRisk({ budgets, isLater }: BudgetsAtRiskProps) {
  return (
    <FiguresTable
      caption="What the downtime would take of each budget"
      rows={budgets}
      rowKey={({ sloId }) => sloId}
      columns={[
        {
          header: 'SLO',
          cell: (budget) => (
            <SloName
              target={budget.target}
              thresholdMs={budget.thresholdMs}
              isDefault={budget.flavor === 'default'}
            >
              <CellLink {...paths.slo(budget)}>
                <EndpointName {...budget.endpoint} /> {budget.sliName}
              </CellLink>
            </SloName>
          ),
        },
        {
          header: isLater ? 'Left at its start' : 'Left now',
          isFigure: true,
          cell: ({ remaining }) => (remaining === null ? noBudget : <Percent ratio={remaining} />),
        },
        {
          header: 'Fail, of what may',
          isFigure: true,
          cell: ({ bad, grant }) => (
            <>
              {bad > 0 && bad < 1 ? formatCount(bad) : `~${formatCount(Math.round(bad))}`}{' '}
              <span className="muted">of {formatGrant(grant)}</span>
            </>
          ),
        },
        {
          header: 'Takes',
          isFigure: true,
          cell: ({ depletion }) =>
            depletion === null ? noBudget : `${formatRemaining(depletion)}${NARROW_SPACE}%`,
        },
        {
          header: 'Left after it',
          isFigure: true,
          cell: ({ left }) => (left === null ? noBudget : <Percent ratio={left} />),
        },
        { header: 'Stops releases', cell: ({ stop }) => <Stop stop={stop} /> },
      ]}
    />
  )
}

function Stop({ stop }: Pick<BudgetAtRisk, 'stop'>) {
  if (stop === null) return <Absent reason="No clause in force stops releases by this budget" />
  const at = `${formatRemaining(stop.share)}${NARROW_SPACE}% gone`
  return stop.wouldBeMet ? (
    <b>
      {stop.clauseName}, at {at}: it would
    </b>
  ) : (
    <>
      {stop.clauseName}, at {at}
    </>
  )
}

/** The hours with most room, which are one press away. */
function Best({ effect, onStart }: DowntimeQuestionsProps) {
  const { best, bestLater, openPeriod, laterPeriod, from } = effect
  const line = (name: string, start: DowntimeStart) => (
    <li>
      {start === null ? (
        `${name}: it does not fit in, or no budget tells`
      ) : (
        <>
          Most room in {name}: <Time at={start.at} form="full" />, the least that any budget would keep is{' '}
          <Percent ratio={start.left} />
          {!start.bears && ', which is not enough'}.{' '}
          {start.at !== from && <Button onClick={() => onStart(start.at)}>Plan it then</Button>}
        </>
      )}
    </li>
  )
  return (
    <ul className={styles['best']}>
      {line(openPeriod.name, best)}
      {line(laterPeriod.name, bestLater)}
    </ul>
  )
}
