import { local, parts, type Analysis, type Part } from '@/api/types'

/** A provider and the parts it answered, in the order of the parts. */
export interface Answerer {
  readonly provider: string
  readonly parts: readonly Part[]
  /** Whether all of them had been answered before for the same text. */
  readonly cached: boolean
}

/** Who answered what, those outside the system first; nobody when all of it was answered within. */
export function answerersOf(analysis: Analysis): Answerer[] {
  const names = [...new Set(parts.map((part) => analysis.providers[part]))]
  if (names.every((name) => name === local)) return []
  const ordered = [...names.filter((name) => name !== local), ...names.filter((name) => name === local)]
  return ordered.map((provider) => {
    const own = parts.filter((part) => analysis.providers[part] === provider)
    return { provider, parts: own, cached: own.every((part) => analysis.cached.includes(part)) }
  })
}
