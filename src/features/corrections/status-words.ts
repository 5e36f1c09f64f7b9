import type { RecordedDecision } from '../../contract/corrections.ts'

export const statusWords: Readonly<Record<RecordedDecision['status'], string>> = {
  'in-force': 'In force',
  upcoming: 'To come',
  'partly-withdrawn': 'Withdrawn in part',
  withdrawn: 'Withdrawn',
}
