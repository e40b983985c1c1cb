-- What each payee earns, from all states.
SELECT
  JSONExtractString(paid, 'payee') AS payee,
  JSONExtract(paid, 'commission', 'Decimal(18, 2)') AS commission,
  paid
FROM executable(
  'filter finish plan.json --target 650000', TSVRaw, 'paid String',
  (SELECT state FROM states),
  SETTINGS check_exit_code = 1, command_read_timeout = 600000
)
