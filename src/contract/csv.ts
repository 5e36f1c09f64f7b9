/** How many rows the file has besides its header: known before it is sent whole. */
export const ROW_COUNT_HEADER = 'x-row-count'

/** Where the whole of a list is to be had as a file. */
export function csvPath({ path }: Readonly<{ path: string }>): string {
  return `${path}.csv`
}
