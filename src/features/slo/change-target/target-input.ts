import { PPB } from '../../../domain/target.ts'

type CheckedTarget =
  | Readonly<{ share: string; error: null }>
  /** An error of null: there is nothing to ask yet, and nothing wrong. */
  | Readonly<{ share: null; error: string | null }>

const PPB_DIGITS = 9

/** Percent as typed, with a point or a comma, as the share the API is asked with; in whole billionths, as targets are kept. */
export function checkTarget(typed: string, current: number): CheckedTarget {
  const text = typed.trim().replace(/\s*%$/, '').replace(',', '.')
  if (text === '') return { share: null, error: null }
  if (!/^\d{1,3}(?:\.\d{1,7})?$/.test(text))
    return { share: null, error: 'Give percent in digits, such as 99.95, with up to seven decimals' }
  const ppb = Math.round(Number(text) * 1e7)
  if (ppb <= 0 || ppb > PPB) return { share: null, error: 'A target is above 0 % and at most 100 %' }
  if (ppb === Math.round(current * PPB)) return { share: null, error: null }
  const digits = String(ppb).padStart(PPB_DIGITS, '0').replace(/0+$/, '')
  return { share: ppb === PPB ? '1' : `0.${digits}`, error: null }
}
