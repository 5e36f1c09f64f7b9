import * as z from 'zod/mini'

import * as maturity from './maturity.ts'
import type { Operation } from './operation.ts'

const none = z.strictObject({})

export const maturityOperations = {
  readMaturity: {
    path: '/api/maturity',
    query: maturity.maturityQuery,
    response: maturity.maturitySchema,
    summary: 'Two assessments of SRE maturity compared, aspect by aspect, and the trend over all',
  },
  readMaturityEvidence: {
    path: '/api/maturity/evidence',
    query: maturity.maturityEvidenceQuery,
    response: maturity.maturityEvidenceSchema,
    summary: 'What data tell about aspects of SRE maturity',
  },
  listAssessments: {
    path: '/api/maturity/assessments',
    query: maturity.assessmentsQuery,
    response: maturity.assessmentListSchema,
    summary: 'Assessments of SRE maturity with all their answers, newest first, drafts included',
  },
  writeAssessment: {
    method: 'PUT',
    path: '/api/maturity/assessments/{assessment}',
    query: none,
    body: maturity.assessmentChangeSchema,
    // 28 answers with two texts each, of letters that may take four bytes.
    maxBodyBytes: 512 * 1024,
    response: maturity.maturityWrittenSchema,
    permission: { action: 'assess-maturity' },
    summary: 'An assessment, while it is a draft and after; or that it is taken back',
  },
  writeTexts: {
    method: 'PUT',
    path: '/api/maturity/texts',
    query: none,
    body: maturity.textsChangeSchema,
    maxBodyBytes: 256 * 1024,
    response: maturity.maturityWrittenSchema,
    permission: { action: 'assess-maturity' },
    summary: 'How the organization words the aspects and their levels',
  },
} as const satisfies Readonly<Record<string, Operation>>
