export function SloPage() {
  return null
}
