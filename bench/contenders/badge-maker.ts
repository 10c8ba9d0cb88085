import { makeBadge } from 'badge-maker'
import { toContender } from './contender.ts'

export default toContender({
  badge: () => makeBadge({ label: 'China 2024', message: 'US$ 30.1 bn ↑', color: '9f1c28' }),
})
