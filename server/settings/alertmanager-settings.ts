import * as z from 'zod/mini'

const labelsSchema = (usual: readonly string[]) =>
  z._default(
    z
      .array(z.string().check(z.minLength(1), z.describe('the name of a label such as slo')))
      .check(z.minLength(1)),
    [...usual],
  )

const valuesSchema = (usual: readonly string[]) =>
  z._default(z.array(z.string().check(z.describe('the value of a label such as critical'))), [...usual])

/**
 * Which labels of an alert say what it is about; the first that is there counts. The usual ones are those of the rules that
 * Sloth and Pyrra write, and the words of our own catalog.
 */
export const alertmanagerSettingsSchema = z.strictObject({
  /** Of an SLO its id here, or its name in the file it was declared in. */
  sloLabels: labelsSchema(['sre_indicators_slo', 'sloth_slo', 'slo']),
  serviceLabels: labelsSchema(['sloth_service', 'service', 'job']),
  /** A deployment's name or its region; an SLO of one deployment needs none. */
  deploymentLabels: labelsSchema(['deployment', 'region', 'cluster', 'environment', 'env']),
  severityLabels: labelsSchema(['sloth_severity', 'severity']),
  /** Values of the severity label that wake somebody up. */
  pageSeverities: valuesSchema(['page', 'critical']),
  /** Values that wait for the working day. */
  ticketSeverities: valuesSchema(['ticket', 'warning']),
})
export type AlertmanagerSettings = z.output<typeof alertmanagerSettingsSchema>
