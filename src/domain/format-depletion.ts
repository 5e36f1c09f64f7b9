/** A share of the grant in percent with one decimal, "15.9"; little is not shown as nothing. */
export function formatDepletion(share: number): string {
  const percent = share * 100
  return percent > 0 && percent < 0.05 ? '<0.1' : percent.toFixed(1)
}
