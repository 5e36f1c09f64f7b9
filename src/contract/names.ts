import { breachCauses } from '../domain/breach-review.ts'

// What addresses and requests choose from, apart from the schemas: a link to a page does not load what its answers are parsed by.

/** The default rules by their ids, a team's own rule, and what only an alerting tool reported. */
export const breachRules = ['page-1h', 'page-6h', 'ticket-1d', 'ticket-3d', 'own', 'reported'] as const
export type BreachRuleName = (typeof breachRules)[number]
/** What a breach is grouped and filtered by: its cause as people found it, or that nobody has looked yet. */
export const breachCauseNames = [...breachCauses, 'not-reviewed'] as const
export type BreachCauseName = (typeof breachCauseNames)[number]
/** Whether people have said what they found about a breach. */
export const breachReviewStates = ['reviewed', 'not-reviewed'] as const
export type BreachReviewState = (typeof breachReviewStates)[number]
export const breachGroupings = ['cause', 'deployment'] as const
export type BreachGrouping = (typeof breachGroupings)[number]

/** What a row stands for. */
export const matrixRows = ['team', 'service', 'sli', 'slo'] as const
export type MatrixRows = (typeof matrixRows)[number]
export const matrixColumns = ['deployment', 'sli'] as const
export type MatrixColumns = (typeof matrixColumns)[number]
/** What rows of SLOs can stand under. */
export const matrixGroups = ['service', 'sli'] as const
export type MatrixGroup = (typeof matrixGroups)[number]
export const matrixSortColumns = ['state', 'remaining', 'burn-rate', 'name'] as const
export type MatrixSortColumn = (typeof matrixSortColumns)[number]

/** Tables are cut by the periods budgets are granted for, or by calendar months with virtual grants of their own. */
export const tableScales = ['period', 'month'] as const
export type TableScale = (typeof tableScales)[number]

/** What is counted hour by hour can also be added up over just the hours of the window. */
export const spanScales = [...tableScales, 'window'] as const
export type SpanScale = (typeof spanScales)[number]

export const expectationSources = ['computed', 'entered'] as const

export const correctionStatuses = ['in-force', 'upcoming', 'partly-withdrawn', 'withdrawn'] as const
