import type { Sentiment } from '@/api/types'

const shapes: Record<Sentiment, string> = { positive: '▲', neutral: '■', negative: '▼', unknown: '?' }

export function shapeOf(sentiment: Sentiment): string {
  return shapes[sentiment]
}

/** The score with its sign and two decimals, as `+0.71`, `−0.34`, `0.00`. */
export function formatScore(score: number): string {
  const figures = Math.abs(score).toFixed(2)
  if (Number(figures) === 0) return figures
  return score > 0 ? `+${figures}` : `−${figures}`
}

export type Tone = 'positive-strong' | 'positive' | 'neutral' | 'negative' | 'negative-strong' | 'unknown'

/** The step of the diverging scale from blue over grey to orange. */
export function toneOf(sentiment: Sentiment, score: number): Tone {
  if (sentiment === 'positive') return score >= 0.5 ? 'positive-strong' : 'positive'
  if (sentiment === 'negative') return score <= -0.5 ? 'negative-strong' : 'negative'
  return sentiment
}
