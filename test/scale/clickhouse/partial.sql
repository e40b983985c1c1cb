-- What each payee has, counted from whole lines as texts. check_exit_code: otherwise a filter that refuses a line gives an empty table.
CREATE TABLE states ENGINE = MergeTree ORDER BY tuple() AS
SELECT state FROM executable(
  'filter partial plan.json', TSVRaw, 'state String',
  (SELECT formatRowNoNewline('JSONEachRow', id, payee, amount, firstOrder) FROM lines),
  SETTINGS check_exit_code = 1, command_read_timeout = 600000
)
