import type { CorrectionCategory } from '../domain/correction.ts'

export const categoryWords: Readonly<Record<CorrectionCategory, string>> = {
  'agreed-maintenance': 'Agreed maintenance',
  'bad-measurement': 'Bad measurement',
  'internal-dependency': 'Another of our services',
  'third-party': 'Third party',
}
