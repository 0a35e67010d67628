/** "?a=1&b=2" of what is set; empty where nothing is. */
export const query = (values: Record<string, string | number | boolean | null | undefined>) => {
  const set = Object.entries(values).filter(([, value]) => value !== null && value !== undefined)
  const text = new URLSearchParams(
    set.filter(([, value]) => value !== '').map(([name, value]) => [name, String(value)]),
  ).toString()
  return text === '' ? '' : `?${text}`
}
