import { useQuery } from '@tanstack/react-query'

import { decisionQueries } from '../../../api/decision-queries.ts'
import { organizationQueries } from '../../../api/organization-queries.ts'
import { QueryPanel } from '../../../api/query-panel.tsx'
import type { DecisionBody, DecisionSeed } from '../../../contract/decisions.ts'
import { decisionCategories } from '../../../domain/decision.ts'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { FilterSelect } from '../../../ui/filter-select.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { Time } from '../../../ui/time.tsx'
import { newDecisionViewCodec, type NewDecisionView } from '../../../url/new-decision-view.ts'
import { useUrlState } from '../../../url/use-url-state.ts'
import { DecisionForm } from './decision-form.tsx'
import { categoryWords } from './decision-words.ts'
import styles from './record.module.css'

const LINES = 10
const ORGANIZATION = { value: '', label: 'Organization' }

/** A decision that no workflow leads to, or one that takes another's place. */
export function NewDecision() {
  const [view, setView] = useUrlState(newDecisionViewCodec)
  const query = useQuery(organizationQueries.current())
  const teams = useQuery(organizationQueries.teams()).data?.items ?? []
  return (
    <>
      {view.supersedes === '' && (
        <FilterBar name="New decision">
          <FilterSelect
            label="Category"
            value={view.category}
            options={decisionCategories.map((value) => ({ value, label: categoryWords[value] }))}
            onChange={(category) => setView({ category })}
          />
          <FilterSelect
            label="Of"
            value={view.team}
            options={[ORGANIZATION, ...teams.map(({ slug, name }) => ({ value: slug, label: name }))]}
            onChange={(team) => setView({ team })}
          />
        </FilterBar>
      )}
      <QueryPanel title="The data" query={query} skeleton={<Skeleton name="decision" lines={LINES} />}>
        {({ dataUpTo }) => (
          <div className={styles['form']}>
            <p className="muted">
              Data up to <Time at={dataUpTo} form="full" />
            </p>
            {view.supersedes === '' ? (
              <DecisionForm draft={seedOf(view, dataUpTo)} />
            ) : (
              <Superseding former={view.supersedes} evidenceAt={dataUpTo} />
            )}
          </div>
        )}
      </QueryPanel>
    </>
  )
}

type SupersedingProps = Readonly<{ former: string; evidenceAt: string }>

function Superseding({ former, evidenceAt }: SupersedingProps) {
  const query = useQuery(decisionQueries.one(former))
  return (
    <QueryPanel
      title="What it supersedes"
      query={query}
      skeleton={<Skeleton name="decision" lines={LINES} />}
    >
      {({ versions: [latest] }) =>
        latest !== undefined && (
          <>
            <p>
              Takes the place of “{latest.body.title}”: {latest.body.decision}
            </p>
            <DecisionForm draft={seedAfter(latest.body, evidenceAt)} supersedes={former} />
          </>
        )
      }
    </QueryPanel>
  )
}

function seedOf({ category, team }: NewDecisionView, evidenceAt: string): DecisionSeed {
  return {
    category,
    workflow: null,
    title: '',
    subject: { team: team === '' ? null : team, service: null, deployment: null, slo: null, sla: null },
    answers: [],
    outcome: null,
    evidenceAt,
  }
}

/** About the same thing; what was seen and decided then is not taken over. */
function seedAfter({ category, workflow, title, subject }: DecisionBody, evidenceAt: string): DecisionSeed {
  return { category, workflow, title, subject, answers: [], outcome: null, evidenceAt }
}
