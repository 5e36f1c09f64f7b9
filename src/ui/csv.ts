import { csvField, type CsvValue } from '../domain/csv-field.ts'
import { downloadText } from './download-text.ts'

/** RFC 4180 with a header row. Absent is an empty field. */
export function formatCsv(header: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return [header, ...rows].map((row) => `${row.map(csvField).join(',')}\r\n`).join('')
}

export function downloadCsv(
  fileName: string,
  header: readonly string[],
  rows: readonly (readonly CsvValue[])[],
) {
  // Without the mark Excel reads UTF-8 as the machine's own code page.
  downloadText(fileName, 'text/csv', `\ufeff${formatCsv(header, rows)}`)
}
