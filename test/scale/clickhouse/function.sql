-- ClickHouse adds up exactly, and the plan pays each total.
SELECT
  payee,
  count()::UInt32 AS lines,
  toString(sum(toDecimal128(amount, 2))) AS sales,
  commission(sales, '650000') AS commission
FROM lines
GROUP BY payee
