import { csvField, type CsvValue } from '../domain/csv-field.ts'
import { downloadText } from './download-text.ts'

/** Without the mark Excel reads UTF-8 as the machine's own code page. */
const BYTE_ORDER_MARK = '\ufeff'

/** Lines of RFC 4180. Absent is an empty field. */
export function csvLines(rows: readonly (readonly CsvValue[])[]): string {
  return rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('')
}

/** `parts` are the lines of the file, its header first, in as many pieces as they came. */
export function downloadCsvParts(fileName: string, parts: readonly string[]) {
  downloadText(fileName, 'text/csv', [BYTE_ORDER_MARK, ...parts])
}

export function downloadCsv(
  fileName: string,
  header: readonly string[],
  rows: readonly (readonly CsvValue[])[],
) {
  downloadCsvParts(fileName, [csvLines([header, ...rows])])
}
