import * as z from 'zod/mini'

import * as expectations from './expectations.ts'
import type { Operation } from './operation.ts'

const none = z.strictObject({})
const permission = { action: 'record-expectations' } as const

export const expectationOperations = {
  listExpectations: {
    path: '/api/expectations',
    hasCsv: true,
    query: expectations.expectationsQuery,
    response: expectations.expectationPageSchema,
    summary: 'What is expected of SRE, and how it stands',
  },
  readExpectation: {
    path: '/api/expectations/{expectation}',
    query: none,
    response: expectations.expectationDetailSchema,
    summary: 'One expectation with its versions and all values that were entered',
  },
  writeExpectation: {
    method: 'PUT',
    path: '/api/expectations/{expectation}',
    query: none,
    body: expectations.expectationChange,
    response: expectations.versionAnswer,
    permission,
    summary: 'Records, changes or withdraws an expectation',
  },
  writeExpectationValue: {
    method: 'PUT',
    path: '/api/expectations/{expectation}/values',
    query: none,
    body: expectations.expectationValueChange,
    response: expectations.versionAnswer,
    permission,
    summary: 'The value of a signal in a month, where the product does not measure it',
  },
  listPerceptions: {
    path: '/api/perceptions',
    query: none,
    response: expectations.perceptionListSchema,
    summary: 'How executives, users and partners see it, beside what was measured then',
  },
  writePerception: {
    method: 'PUT',
    path: '/api/perceptions/{perception}',
    query: none,
    body: expectations.perceptionChange,
    response: expectations.versionAnswer,
    permission,
    summary: 'Records, changes or withdraws what a survey came to',
  },
} as const satisfies Readonly<Record<string, Operation>>
