-- The books of a payroll: what sales and finance record, and what the runs write back. All amounts are NUMERIC.

create table payees (
  id text primary key,
  name text not null,
  joined_on date not null
);

-- Days on which a payee is away, and who looks after the customers meanwhile; without a last day the payee has left.
create table absences (
  payee text not null references payees,
  from_day date not null,
  to_day date,
  stand_in text not null references payees,
  primary key (payee, from_day),
  check (to_day >= from_day),
  check (stand_in <> payee)
);

-- Which plan holds from which day on, as policy data, and what becomes of a year that it comes into.
create table plan_versions (
  id text not null,
  version text not null,
  valid_from date not null unique,
  change text not null check (change in ('continue', 'restart', 'from-start-of-year')),
  plan json not null,
  primary key (id, version)
);

create table targets (
  payee text not null references payees,
  month text not null,
  amount numeric(14, 2) not null check (amount > 0),
  primary key (payee, month)
);

create table order_lines (
  id text primary key,
  customer text not null,
  product text not null,
  ordered_on date not null,
  amount numeric(14, 2) not null check (amount > 0)
);

-- Whose an order is; its owners share it equally.
create table order_owners (
  order_line text not null references order_lines,
  position int not null,
  payee text not null references payees,
  primary key (order_line, position),
  unique (order_line, payee)
);

-- Cash collected; a refund is below zero and names the payment that it gives back.
create table payments (
  id text primary key,
  order_line text not null references order_lines,
  booked_on date not null,
  amount numeric(14, 2) not null check (amount <> 0),
  refund_of text references payments,
  check ((amount < 0) = (refund_of is not null))
);

-- What somebody decided that a payee gets or gives back: for which month, in which run, who, when and why.
create table amounts_by_hand (
  id text primary key,
  payee text not null references payees,
  for_month text not null,
  paid_in text not null check (paid_in > for_month),
  amount numeric(14, 2) not null check (amount <> 0),
  reason text not null,
  given_by text not null,
  given_on date not null
);

-- A month that was paid. It is never run again.
create table runs (
  month text primary key,
  plan text not null,
  version text not null,
  foreign key (plan, version) references plan_versions (id, version)
);

-- What a payee was paid for a month, the year to date that it rests on, the balance that the next month opens with, and digests of
-- what all that was made from.
create table statements (
  payee text not null references payees,
  month text not null references runs,
  collected numeric(14, 2) not null,
  earned numeric(14, 2) not null,
  corrected numeric(14, 2) not null,
  by_hand numeric(14, 2) not null,
  paid numeric(14, 2) not null check (paid >= 0),
  carried numeric(14, 2) not null,
  year_to_date numeric(14, 2) not null,
  statement json not null,
  closing json not null,
  digests json not null,
  primary key (payee, month)
);

-- How a year to date came about: its slices and adjustments, which add up to it.
create table statement_lines (
  payee text not null,
  month text not null,
  position int not null,
  kind text not null,
  tier text,
  rate numeric,
  base numeric(14, 2),
  amount numeric(14, 2) not null,
  primary key (payee, month, position),
  foreign key (payee, month) references statements (payee, month)
);

-- What each order earned a payee in a month; of all months together, its share of the year to date.
create table order_commissions (
  payee text not null,
  month text not null,
  order_line text not null references order_lines,
  amount numeric(14, 2) not null check (amount <> 0),
  primary key (payee, month, order_line),
  foreign key (payee, month) references statements (payee, month)
);

-- What payroll pays and takes off, row by row; the rows of a payee's month add up to what is paid.
create table payroll_rows (
  payee text not null,
  month text not null,
  earning_code text not null,
  amount numeric(14, 2) not null check (amount <> 0),
  currency text not null,
  primary key (payee, month, earning_code),
  foreign key (payee, month) references statements (payee, month)
);

-- What a month that was paid should have been paid, and in which run the difference was. The month itself is not touched.
create table adjustments (
  payee text not null,
  month text not null,
  paid_in text not null references runs,
  amount numeric(14, 2) not null,
  to_date numeric(14, 2) not null,
  correction json not null,
  primary key (payee, month, paid_in),
  foreign key (payee, month) references statements (payee, month)
);

-- What was paid is never edited.

create function refuse_edit() returns trigger language plpgsql as $$
begin
  raise exception 'what was paid is corrected by an adjustment, never edited';
end $$;

create trigger never_edited before update or delete on runs execute function refuse_edit();
create trigger never_edited before update or delete on statements execute function refuse_edit();
create trigger never_edited before update or delete on statement_lines execute function refuse_edit();
create trigger never_edited before update or delete on order_commissions execute function refuse_edit();
create trigger never_edited before update or delete on payroll_rows execute function refuse_edit();
create trigger never_edited before update or delete on adjustments execute function refuse_edit();

-- The facts of a month that was paid are closed, and so are those of the months before it: what comes later is booked in an open month.

create function month_of(fact jsonb) returns text language sql stable as $$
  select coalesce(
    fact ->> 'month',
    fact ->> 'paid_in',
    left(coalesce(fact ->> 'booked_on', fact ->> 'ordered_on', fact ->> 'joined_on', fact ->> 'from_day', fact ->> 'valid_from'), 7),
    (select to_char(ordered_on, 'YYYY-MM') from order_lines where id = fact ->> 'order_line')
  )
$$;

create function refuse_closed() returns trigger language plpgsql as $$
declare
  closed text := (select max(month) from runs);
  touched text := least(month_of(to_jsonb(old)), month_of(to_jsonb(new)));
begin
  if touched <= closed then
    raise exception '% was paid: its % are closed', touched, replace(tg_table_name, '_', ' ');
  end if;
  return coalesce(new, old);
end $$;

create trigger closed before insert or update or delete on payees for each row execute function refuse_closed();
create trigger closed before insert or update or delete on absences for each row execute function refuse_closed();
create trigger closed before insert or update or delete on plan_versions for each row execute function refuse_closed();
create trigger closed before insert or update or delete on targets for each row execute function refuse_closed();
create trigger closed before insert or update or delete on order_lines for each row execute function refuse_closed();
create trigger closed before insert or update or delete on order_owners for each row execute function refuse_closed();
create trigger closed before insert or update or delete on payments for each row execute function refuse_closed();
create trigger closed before insert or update or delete on amounts_by_hand for each row execute function refuse_closed();
