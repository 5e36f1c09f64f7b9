import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { breachChanges, breachQueries } from '../../api/breach-queries.ts'
import { catalogQueries } from '../../api/catalog-queries.ts'
import { NotSaved } from '../../api/not-saved.tsx'
import { QueryPanel } from '../../api/query-panel.tsx'
import { teamRuleOf, type TeamRule } from '../../contract/team-rule.ts'
import { endpointWords } from '../../domain/endpoint-words.ts'
import { Button } from '../../ui/button.tsx'
import { FilterSelect } from '../../ui/filter-select.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Time } from '../../ui/time.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { ruleViewCodec, type RuleView } from '../../url/rule-view.ts'
import { useUrlState } from '../../url/use-url-state.ts'
import styles from './breach.module.css'
import { draftOf, inForceWords, ruleWords, type Rule } from './rule-draft.ts'
import { RuleReplayTables } from './rule-replay-table.tsx'

type TeamRuleEditorProps = Readonly<{
  rule: TeamRule
  /** Why the viewer may not change it; null where they may. */
  whyNot: ReactNode
}>

/** A team's rule: what is in force, a draft, and what the draft would have done. */
export function TeamRuleEditor({ rule, whyNot }: TeamRuleEditorProps) {
  const [view, setView] = useUrlState(ruleViewCodec)
  const draft = draftOf(view, rule.rule)
  return (
    <>
      <p>
        {inForceWords(rule)}
        {rule.by !== null && rule.at !== null && (
          <>
            {' '}
            Entered by {rule.by}, <Time at={rule.at} form="date" />.
          </>
        )}
      </p>
      <div className={styles['rule']}>
        <NumberField
          label="Window, minutes"
          value={draft.windowMinutes}
          onChange={(windowMinutes) => setView({ windowMinutes }, { replace: true })}
        />
        <NumberField
          label="Share of the window’s budget, %"
          value={draft.shareOfWindowBudgetPercent}
          onChange={(share) => setView({ share }, { replace: true })}
        />
        <NumberField
          label="Looked at every, minutes"
          value={draft.evaluationMinutes}
          onChange={(evaluationMinutes) => setView({ evaluationMinutes }, { replace: true })}
        />
        <NumberField
          label="Snooze after an alert, minutes"
          value={draft.snoozeMinutes}
          onChange={(snoozeMinutes) => setView({ snoozeMinutes }, { replace: true })}
        />
      </div>
      <Save
        rule={rule}
        draft={draft}
        whyNot={whyNot}
        onTake={({ shareOfWindowBudgetPercent: share, ...theirs }) =>
          setView({ ...theirs, share }, { replace: true })
        }
      />
      <Replay team={rule.team} view={view} draft={draft} onChange={setView} />
    </>
  )
}

type NumberFieldProps = Readonly<{ label: string; value: number; onChange: (value: number) => void }>

function NumberField({ label, value, onChange }: NumberFieldProps) {
  const [text, setText] = useDraft(String(value), (typed) => {
    if (/^\d{1,6}$/.test(typed)) onChange(Number(typed))
  })
  return <TextField label={label} inputMode="numeric" value={text} onChange={setText} />
}

type SaveProps = TeamRuleEditorProps & Readonly<{ draft: Rule; onTake: (theirs: Rule) => void }>

function Save({ rule, draft, whyNot, onTake }: SaveProps) {
  const save = useMutation(breachChanges.teamRule(rule.team))
  if (whyNot !== null) return <p className="muted">{whyNot}</p>
  return (
    <>
      <NotSaved
        change={save}
        title="The rule could not be saved"
        bodyOf={teamRuleOf}
        inWords={ruleWords}
        gone="the default rules hold"
        onTake={onTake}
        keep={save.variables?.rule === null ? 'Back to the default rules all the same' : 'Put mine in force'}
        onKeep={(version) => save.mutate({ seenVersion: version, rule: save.variables?.rule ?? null })}
      />
      <div className={styles['ruleActions']}>
        <Button
          look="primary"
          disabled={save.isPending}
          onClick={() => save.mutate({ seenVersion: rule.version, rule: draft })}
        >
          Put this rule in force
        </Button>
        {rule.rule !== null && (
          <Button
            disabled={save.isPending}
            onClick={() => save.mutate({ seenVersion: rule.version, rule: null })}
          >
            Back to the default rules
          </Button>
        )}
        <span role="status" className="muted">
          {save.isSuccess && 'Saved; it judges from the next full hour on'}
        </span>
      </div>
    </>
  )
}

type ReplayProps = Readonly<{
  team: string
  view: RuleView
  draft: Rule
  onChange: (change: Partial<RuleView>) => void
}>

const SEPARATOR = ' in '

function Replay({ team, view, draft, onChange }: ReplayProps) {
  const slos = useQuery(catalogQueries.slos({ team, limit: 500 })).data?.items ?? []
  const options = slos.flatMap(({ id, endpoint, sli, deployments }) =>
    deployments.map((deployment) => ({
      value: `${id}${SEPARATOR}${deployment}`,
      label: `${id.split('.')[0] ?? ''} ${endpointWords(endpoint)} ${sli}, ${deployment}`,
      slo: id,
      deployment,
    })),
  )
  const chosen =
    options.find(({ slo, deployment }) => slo === view.slo && deployment === view.deployment) ?? options[0]
  if (chosen === undefined) return <Notice kind="missing" title="The team has no SLO to try a rule on" />
  return (
    <>
      <p className={styles['tried']}>
        <FilterSelect
          label="Tried on"
          value={chosen.value}
          options={options}
          onChange={(value) => {
            const [slo = null, deployment = null] = value.split(SEPARATOR)
            onChange({ slo, deployment })
          }}
        />
      </p>
      <ReplayOf team={team} draft={draft} slo={chosen.slo} deployment={chosen.deployment} />
    </>
  )
}

type ReplayOfProps = Readonly<{ team: string; draft: Rule; slo: string; deployment: string }>

function ReplayOf({ team, draft, slo, deployment }: ReplayOfProps) {
  const query = useQuery(
    breachQueries.replay(team, {
      slo,
      deployment,
      window: draft.windowMinutes,
      share: draft.shareOfWindowBudgetPercent,
      evaluation: draft.evaluationMinutes,
      snooze: draft.snoozeMinutes,
    }),
  )
  return (
    <QueryPanel title="What it would have told" query={query}>
      {(replay) => (
        <div className={styles['replay']}>
          <RuleReplayTables replay={replay} />
        </div>
      )}
    </QueryPanel>
  )
}
