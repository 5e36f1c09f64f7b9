import * as z from 'zod/mini'

import * as corrections from './corrections.ts'
import type { Operation } from './operation.ts'

const none = z.strictObject({})

export const correctionOperations = {
  listCorrections: {
    path: '/api/corrections',
    hasCsv: true,
    query: corrections.correctionsQuery,
    response: corrections.correctionPageSchema,
    summary: 'What was excluded from budgets or given back to them, newest first; withdrawn ones too',
  },
  createCorrection: {
    method: 'POST',
    path: '/api/slos/{slo}/corrections',
    query: none,
    body: corrections.newCorrectionSchema,
    response: corrections.recordedCorrectionSchema,
    permission: { action: 'correct-budget', subject: 'slo' },
    summary: 'Excludes hours from a budget, once or by a rule, or gives back what a dependency took',
  },
  previewCorrection: {
    method: 'POST',
    path: '/api/slos/{slo}/corrections/preview',
    query: none,
    body: corrections.newCorrectionSchema,
    response: corrections.correctionPreviewSchema,
    permission: { action: 'correct-budget', subject: 'slo' },
    summary: 'What would come of a correction; nothing is changed',
  },
  listCorrectionTimes: {
    path: '/api/slos/{slo}/corrections/{correction}/times',
    query: none,
    response: corrections.correctionTimesSchema,
    summary: 'Each time of a correction, and whether it was withdrawn',
  },
  previewWithdrawal: {
    method: 'POST',
    path: '/api/slos/{slo}/corrections/{correction}/withdrawal/preview',
    query: none,
    body: corrections.withdrawalPartSchema,
    response: corrections.withdrawalPreviewSchema,
    permission: { action: 'correct-budget', subject: 'slo' },
    summary: 'What would come of taking a correction back, or a part of it; nothing is changed',
  },
  withdrawCorrection: {
    method: 'POST',
    path: '/api/slos/{slo}/corrections/{correction}/withdrawal',
    query: none,
    body: corrections.withdrawalSchema,
    response: corrections.recordedCorrectionSchema,
    permission: { action: 'correct-budget', subject: 'slo' },
    summary: 'Takes a correction back, all of it or a part: it is kept, and counts no more',
  },
} as const satisfies Readonly<Record<string, Operation>>
