import type { PolicyClause } from '../../src/domain/policy.ts'
import type { Catalog } from '../ports.ts'

const ofBudgets = { budget: 'slo', slis: [], description: '', within: null, depletedPercent: null } as const
const byPeople = { description: '', execution: 'manual', within: null, engineersPercent: null } as const

const clauses: readonly PolicyClause[] = [
  {
    name: 'Fast burn',
    condition: { ...ofBudgets, kind: 'depleted-within', depletedPercent: 10, within: '24h' },
    trigger: 'automatic',
    consequences: [
      { ...byPeople, kind: 'postmortem', within: '2d' },
      { ...byPeople, kind: 'stop-production-releases' },
    ],
  },
  {
    name: 'Exhausted',
    condition: { ...ofBudgets, kind: 'depleted', depletedPercent: 100 },
    trigger: 'automatic',
    consequences: [{ ...byPeople, kind: 'stop-production-releases' }],
  },
  {
    name: 'Promise at risk',
    condition: { ...ofBudgets, kind: 'depleted', depletedPercent: 5, budget: 'sla' },
    trigger: 'automatic',
    consequences: [{ ...byPeople, kind: 'communicate' }],
  },
  {
    name: 'Dead letters',
    condition: { ...ofBudgets, kind: 'other', description: 'More dead letters than last week' },
    trigger: 'manual',
    consequences: [{ ...byPeople, kind: 'finish-action-item', within: '7d' }],
  },
]

const terms = {
  description: '',
  purpose: 'Buyers first',
  visibility: 'public',
  clauses,
  escalation: ['Engineering manager'],
  agreedBy: ['Product owner'],
  nextReview: { on: '2026-11-10', orAfter: null },
  silverBulletsPerYear: 3,
  thawTax: 0.5,
  parts: [],
} as const

/** One that binds, and one that its team keeps to itself until it does. */
export const tinyPolicies: Catalog['policies'] = [
  {
    ...terms,
    slug: 'buying-policy',
    name: 'Policy of Buying',
    team: 'buying',
    services: ['cart'],
    state: 'enacted',
    enactedOn: '2026-10-12',
  },
  {
    ...terms,
    slug: 'finding-draft',
    name: 'Draft of Finding',
    team: 'finding',
    services: ['search'],
    state: 'draft',
    enactedOn: null,
    visibility: 'team',
  },
]
