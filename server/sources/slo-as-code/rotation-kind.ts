import * as z from 'zod/mini'

import type { RotationDeclaration } from './declarations.ts'
import { nameSchema } from './openslo-schemas.ts'
import { weekdays, type Shift } from './slo-catalog.ts'
import type { SourceDocument } from '../../yaml/source-document.ts'
import { isTimeZone } from './terms.ts'

const MOST_PEOPLE = 10_000

const clockSchema = (pattern: RegExp, example: string) =>
  z.string().check(z.regex(pattern), z.describe(`a time of day in quotes, such as "${example}"`))

const peopleSchema = z.int().check(z.gte(0), z.lte(MOST_PEOPLE))

/** Hours and head counts, never names: who is on call is the business of the tool that pages them. */
export const rotationSpec = z.strictObject({
  description: z.optional(z.string().check(z.describe('a text'))),
  team: nameSchema,
  services: z.optional(z.array(nameSchema).check(z.maxLength(1000), z.describe('a list of service names'))),
  deployments: z.optional(z.array(nameSchema).check(z.describe('a list of deployment names'))),
  timeZone: z.optional(z.string().check(z.describe('a time zone such as Europe/Berlin; UTC where left out'))),
  shifts: z
    .array(
      z.strictObject({
        weekdays: z.optional(
          z
            .array(z.enum(weekdays).check(z.describe(weekdays.join(', '))))
            .check(z.minLength(1), z.describe('a list of weekdays; every day where left out')),
        ),
        from: clockSchema(/^(?:[01]\d|2[0-3]):[0-5]\d$/, '08:00'),
        to: clockSchema(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, '16:00'),
      }),
    )
    .check(z.minLength(1), z.maxLength(100), z.describe('a list of spans with from and to')),
  primaryPeople: peopleSchema.check(z.gte(1)),
  backupPeople: z.optional(peopleSchema),
  sharedPeople: z.optional(peopleSchema),
})
export type RotationSpec = z.infer<typeof rotationSpec>

type ReadRotation = Pick<
  RotationDeclaration,
  'timeZone' | 'shifts' | 'primaryPeople' | 'backupPeople' | 'sharedPeople'
>

/** Null with the mistakes where the parts of the document contradict each other. */
export function readRotation(document: SourceDocument, spec: RotationSpec): ReadRotation | null {
  const { timeZone = 'UTC', primaryPeople, backupPeople = 0, sharedPeople = null } = spec
  const isRight = [
    isKnownZone(document, timeZone),
    ...spec.shifts.map((shift, index) => isSpan(document, index, shift)),
    isWithin(document, sharedPeople, primaryPeople + backupPeople),
  ]
  if (isRight.includes(false)) return null
  const shifts = spec.shifts.map(({ weekdays: days, from, to }): Shift => ({
    weekdays: weekdays.filter((day) => days === undefined || days.includes(day)),
    from,
    to,
  }))
  return { timeZone, shifts, primaryPeople, backupPeople, sharedPeople }
}

function isKnownZone(document: SourceDocument, timeZone: string): boolean {
  if (isTimeZone(timeZone)) return true
  const problem = 'it must be a time zone of the IANA database, such as Europe/Berlin or UTC'
  document.error({ rule: 'wrong-value', path: ['spec', 'timeZone'], problem })
  return false
}

function isSpan(
  document: SourceDocument,
  index: number,
  { from, to }: Readonly<{ from: string; to: string }>,
): boolean {
  if (from !== to) return true
  document.error({
    rule: 'contradiction',
    path: ['spec', 'shifts', index, 'to'],
    problem: 'it must be another time than from',
    hint: 'A whole day is from "00:00" to "24:00"; a time before from lies on the next day.',
  })
  return false
}

function isWithin(document: SourceDocument, sharedPeople: number | null, people: number): boolean {
  if (sharedPeople === null || sharedPeople <= people) return true
  const problem = `it must be at most ${people}, the people of this rotation that another one counts too`
  document.error({ rule: 'out-of-range', path: ['spec', 'sharedPeople'], problem })
  return false
}
