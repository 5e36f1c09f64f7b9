import { readKeptBudgets } from './kept-budgets.ts'
import { readMatrix } from './matrix.ts'
import { readRollUp } from './roll-up.ts'

/** How the levels of the hierarchy stand. */
export const hierarchyRoutes = { readMatrix, readRollUp, readKeptBudgets }
