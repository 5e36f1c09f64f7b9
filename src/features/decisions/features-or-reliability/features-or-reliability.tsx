import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'

import { QueryPanel } from '../../../api/query-panel.tsx'
import { shortlistQueries } from '../../../api/shortlist-queries.ts'
import type { FeaturesOrReliability, FindingOnWire } from '../../../contract/features-or-reliability.ts'
import { PICKS, type ShortlistList } from '../../../domain/shortlist.ts'
import { later } from '../../../ui/later.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { planningViewCodec, type PlanningView } from '../../../url/planning-view.ts'
import { useUrlState } from '../../../url/use-url-state.ts'
import { Questions } from '../workflow/questions.tsx'
import { WorkflowSheet } from '../workflow/workflow-sheet.tsx'
import { PlanningFilters } from './planning-filters.tsx'
import { QuestionSheet } from './question-sheet.tsx'
import { ScopeSentence } from './scope-sentence.tsx'
import { ShortlistScale, ShortlistTray } from './shortlist-tray.tsx'
import { Steps } from './steps.tsx'

/** What is decided at the end is not waited for at the beginning. */
const PlanningDecision = later(async () => (await import('./planning-decision.tsx')).PlanningDecision)

const UNTOUCHED = { leave: [], add: [] } as const

/** W3: five questions on one sheet, and beside them what they name, what that says and what is decided. */
export function FeaturesOrReliabilitySheet() {
  const [view, setView] = useUrlState(planningViewCodec)
  // What is picked by hand moves the shortlist alone: the six lists stay as they are meanwhile.
  const query = useQuery(shortlistQueries.featuresOrReliability(queryOf({ ...view, ...UNTOUCHED })))
  const picked = useQuery(shortlistQueries.featuresOrReliability(queryOf(view)))
  const sheet = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(1)

  function pick(list: ShortlistList, row: FindingOnWire, isPicked: boolean, isNext: boolean) {
    const place = `${list}_${row.id}`
    const name = isNext ? 'add' : 'leave'
    const others = view[name].filter((one) => one !== place)
    setView({ [name]: isPicked === isNext ? [...others, place] : others })
  }

  function isPicked(list: ShortlistList, row: FindingOnWire, isNext: boolean) {
    const place = `${list}_${row.id}`
    return isNext ? view.add.includes(place) : !view.leave.includes(place)
  }

  function goTo(question: number) {
    setCurrent(question)
    sheet.current?.querySelector<HTMLElement>(`[data-question="${question}"] h2`)?.focus()
  }

  return (
    <WorkflowSheet
      ref={sheet}
      title="Features or reliability"
      lede={query.data && <ScopeSentence answer={query.data} at={view.at} />}
      steps={
        picked.data &&
        picked.data.period !== null && <Steps lists={picked.data.lists} current={current} onStep={goTo} />
      }
      filters={<PlanningFilters view={view} answer={query.data} onChange={setView} />}
      trayName="Shortlist and decision"
      tray={
        query.data &&
        query.data.period !== null && (
          <QueryPanel title="The shortlist" query={picked}>
            {(answer) => (
              <>
                <ShortlistTray shortlist={answer.shortlist} />
                <ShortlistScale
                  outcome={answer.outcome}
                  onPicks={(picks) => setView({ picks, ...UNTOUCHED })}
                  onUntouched={() => setView(UNTOUCHED)}
                />
                {/* Nothing is recorded of other rows than those that the address names. */}
                <div inert={picked.isPlaceholderData}>
                  <PlanningDecision
                    key={`${view.team.join()} ${answer.decisionFor.id}`}
                    answer={answer}
                    view={view}
                  />
                </div>
              </>
            )}
          </QueryPanel>
        )
      }
    >
      <Questions query={query}>
        {(answer) =>
          answer.period === null ? (
            <NothingClosed answer={answer} />
          ) : (
            <QuestionSheet
              answer={answer}
              view={view}
              isPicked={isPicked}
              onPick={pick}
              onQuestion={setCurrent}
            />
          )
        }
      </Questions>
    </WorkflowSheet>
  )
}

/** What the address says, as a question to the server. */
function queryOf(view: PlanningView) {
  const { team, deployment, period, picks, isMerged, leave, add, at } = view
  return {
    ...(team.length > 0 && { team: team.join(',') }),
    ...(deployment.length > 0 && { deployment: deployment.join(',') }),
    ...(period !== null && { period }),
    ...(picks !== PICKS && { picks }),
    ...(!isMerged && { merge: 'no' as const }),
    ...(leave.length > 0 && { leave: leave.join(',') }),
    ...(add.length > 0 && { add: add.join(',') }),
    ...(at !== null && { at }),
  }
}

function NothingClosed({ answer }: Readonly<{ answer: FeaturesOrReliability }>) {
  return (
    <Notice kind="missing" title="No period has closed yet">
      The evidence is what closed periods left behind. The first one closes before {answer.decisionFor.name}{' '}
      begins.
    </Notice>
  )
}
