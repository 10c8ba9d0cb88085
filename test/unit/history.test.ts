import { expect, test } from 'vitest'
import { findLostRows } from '../../tools/data/history.ts'

const diff = `diff --git a/data/crossing/observations.csv b/data/crossing/observations.csv
--- a/data/crossing/observations.csv
+++ b/data/crossing/observations.csv
@@ -1,3 +1,3 @@
-series,period,value,status,published,source
-east,2013,10,final,2014-02-01,book
+east,2013,11,final,2014-02-01,book
-east,2012,8,final,2014-01-10,book
diff --git a/data/crossing/datapackage.json b/data/crossing/datapackage.json
--- a/data/crossing/datapackage.json
+++ b/data/crossing/datapackage.json
-  "title": "old"
`

test('an edited or removed row is found in the history', () => {
  const now = new Set(['east,2013,11,final,2014-02-01,book'])
  expect(findLostRows(diff, () => now)).toEqual([
    { id: 'crossing', row: 'east,2013,10,final,2014-02-01,book' },
    { id: 'crossing', row: 'east,2012,8,final,2014-01-10,book' },
  ])
})

test('a row that only moved is not lost', () => {
  const now = new Set(['east,2012,8,final,2014-01-10,book', 'east,2013,10,final,2014-02-01,book'])
  expect(findLostRows(diff, () => now)).toEqual([])
})
