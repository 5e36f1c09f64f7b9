import type { BuildStore, RecordStore } from './ports.ts'

const nothing = async () => ({ items: [], totalCount: 0 })

/** Of an organization of which no tool has told anything: the lists are empty, nothing is made up. */
export const noRecords: RecordStore = {
  incidents: nothing,
  tickets: nothing,
  rotations: nothing,
  endpointFigures: nothing,
  breaches: nothing,
}

export const noBuilds: BuildStore = { list: async () => [] }
