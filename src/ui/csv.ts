import { csvField, type CsvValue } from '../domain/csv-field.ts'

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
  const blob = new Blob(['\ufeff', formatCsv(header, rows)], { type: 'text/csv;charset=utf-8' })
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  URL.revokeObjectURL(url)
}
