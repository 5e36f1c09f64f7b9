import { Link } from '@tanstack/react-router'

import { decisionWorkflows, type DecisionWorkflow } from '../../../domain/decision.ts'
import { Section } from '../../../ui/section.tsx'
import { agreementPaths } from '../../../url/agreement-paths.ts'
import { CellLink } from '../../../url/cell-link.tsx'
import { decisionPaths } from '../../../url/decision-paths.ts'
import type { Address } from '../../../url/href.ts'
import { paths } from '../../../url/paths.ts'
import { workflowWords } from './decision-words.ts'
import styles from './decisions.module.css'

/** Where each begins, and when it is meant. */
const starts: Readonly<Record<DecisionWorkflow, Readonly<{ link: Address; when: string }>>> = {
  'features-or-reliability': {
    link: paths.planning(),
    when: 'Before each period: how much of the capacity goes to reliability.',
  },
  'api-consumption': {
    link: decisionPaths.apiConsumption(),
    when: 'Before a service is integrated: whether its SLOs are enough, and how to be ready for the rest.',
  },
  'tighter-slo': {
    link: decisionPaths.tighterSlo(),
    when: 'When a use case needs more than a dependency promises.',
  },
  'set-slo': {
    link: agreementPaths.setSlo(),
    when: 'For a new SLO, or one that no longer fits: what its dependencies can carry.',
  },
  'set-sla': {
    link: agreementPaths.setSla(),
    when: 'Before a contract promises more: whether every team behind it can keep it.',
  },
  'sre-capacity': {
    link: agreementPaths.sreCapacity(),
    when: 'When a team asks for help: which signs of need there are.',
  },
  'chaos-hypothesis': {
    link: decisionPaths.chaosHypothesis(),
    when: 'Before an experiment: which SLO is defended well enough to be put to the test.',
  },
  'planned-downtime': {
    link: decisionPaths.plannedDowntime(),
    when: 'Before a deployment that takes a service down: what it would cost, and when it would cost least.',
  },
}

/** The workflows, each with its occasion, and the way without one. */
export function StartDecision() {
  return (
    <Section title="Start a decision">
      <ul className={styles['starts']}>
        {decisionWorkflows.map((workflow) => (
          <li key={workflow}>
            <CellLink className="link" {...starts[workflow].link}>
              {workflowWords[workflow]}
            </CellLink>
            <p>{starts[workflow].when}</p>
          </li>
        ))}
        <li>
          <Link className="link" {...decisionPaths.create()}>
            Another decision
          </Link>
          <p>Without a workflow: what was agreed elsewhere, with whoever agreed.</p>
        </li>
      </ul>
    </Section>
  )
}
