import { csvLines, type CsvValue } from '../domain/csv-field.ts'
import { downloadText } from './download-text.ts'

/** Without the mark Excel reads UTF-8 as the machine's own code page. */
const BYTE_ORDER_MARK = '\ufeff'

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
