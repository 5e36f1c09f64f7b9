import type { MaturityEvidence, MaturityEvidenceKind } from '../../../contract/maturity.ts'

/** "23 of 24 services have an SLO". */
const words: Readonly<Record<MaturityEvidenceKind, (days: number) => string>> = {
  'services-with-owner': () => 'services have a team that owns them',
  'services-with-slo': () => 'services have an SLO',
  'services-on-call': () => 'services are covered by an on-call rotation',
  'services-always-covered': () => 'services have somebody on call in every hour of the week',
  'breaches-alerted': (days) => `breaches of the last ${days} days raised an alert from an SLO`,
  'breaches-reviewed': (days) => `breaches of the last ${days} days were looked at and classified`,
  'slos-as-code': () => 'SLOs are agreed as code',
  'services-released': (days) => `services were released on their own in the last ${days} days`,
  'services-under-policy': () => 'services are bound by an error budget policy',
  'enactments-acknowledged': (days) => `enactments of policies in the last ${days} days were acknowledged`,
}

export function evidenceSentence(
  { kind, count, of }: Pick<MaturityEvidence, 'kind' | 'count' | 'of'>,
  days: number,
): string {
  return of === 0
    ? `No ${words[kind](days).split(' ')[0]} to count`
    : `${count} of ${of} ${words[kind](days)}`
}
