export function MaturityPage() {
  return null
}
