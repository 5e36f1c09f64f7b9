import * as z from 'zod/mini'

/** An address with names in braces to be filled in; it is checked as it stands, for braces are legal in none of its parts. */
const templateSchema = z
  .string()
  .check(
    z.maxLength(2_000),
    z.regex(/^https?:\/\/[^\s/{}]+(?:\/\S*)?$/),
    z.describe('an address such as https://grafana.example/d/{service}?var-deployment={deployment}'),
  )

/** Where somebody on call looks further. Names: {service}, {deployment}, {sli}, {slo} and {team}. */
export const linksSettingsSchema = z.strictObject({
  further: z._default(
    z
      .array(z.strictObject({ name: z.string().check(z.minLength(1), z.maxLength(60)), url: templateSchema }))
      .check(z.maxLength(10)),
    [],
  ),
  /** Of incidents whose tool sent no link; {id} is filled in. */
  incident: z.optional(templateSchema),
})
