import { ApiConsumptionSheet } from '../../features/decisions/api-consumption/api-consumption-sheet.tsx'

export function ApiConsumptionPage() {
  return <ApiConsumptionSheet />
}
