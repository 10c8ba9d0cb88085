import { makeBadge } from 'badge-maker'
import type { Draws } from './contender.ts'

export default {
  badge: number => makeBadge({ label: `China ${2000 + (number % 100)}`, message: 'US$ 30.1 bn ↑', color: '9f1c28' }),
} satisfies Draws
