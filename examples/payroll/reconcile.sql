-- The year from April to March once more, in SQL alone: every commission from payments, owners, absences and targets, by tiers that are written here a second
-- time. It shares no code with the runs and no figure but the ones it compares. NUMERIC rounds halves away from zero, as the plans do.
with
  -- The tiers of each version, from its first month to its last. A version holds for all of the year that it comes into.
  tiers (first_month, last_month, above, up_to, rate) as (
    values
      ('2026-04', '2026-06', 0, 1000000, 0.03), ('2026-04', '2026-06', 1000000, 2000000, 0.04), ('2026-04', '2026-06', 2000000, null, 0.05),
      ('2026-07', '2027-03', 0, 1000000, 0.032), ('2026-07', '2027-03', 1000000, 2000000, 0.04), ('2026-07', '2027-03', 2000000, null, 0.05)
  ),
  owners as (
    select order_line, payee, position, (count(*) over (partition by order_line))::numeric as many
    from order_owners
  ),
  -- Each owner's part of a payment: all the same in whole cents, and one cent more for the first ones where it does not come out even.
  parts as (
    select
      coalesce(
        (
          select stand_in from absences
          where absences.payee = owners.payee
            and coalesce(original.booked_on, payment.booked_on) between from_day and coalesce(to_day, 'infinity')
        ),
        owners.payee
      ) as payee,
      to_char(payment.booked_on, 'YYYY-MM') as booked_in,
      to_char(coalesce(original.booked_on, payment.booked_on), 'YYYY-MM') as belongs_to,
      (
        div(payment.amount * 100, many)
        + case when position <= abs(mod(payment.amount * 100, many)) then sign(payment.amount) else 0 end
      ) / 100 as amount
    from payments payment
      left join payments original on original.id = payment.refund_of
      join owners on owners.order_line = payment.order_line
  ),
  -- The year up to each month: as booked, and with every refund in the month whose payment it gives back.
  to_date as (
    select
      payee,
      month,
      (select coalesce(sum(amount), 0) from parts where parts.payee = paid.payee and booked_in <= month) as booked,
      (select coalesce(sum(amount), 0) from parts where parts.payee = paid.payee and belongs_to <= month) as clean,
      (select sum(amount) from targets where targets.payee = paid.payee and targets.month <= paid.month) as target,
      (select coalesce(sum(amount), 0.00) from amounts_by_hand hand where hand.payee = paid.payee and paid_in <= month) as by_hand
    from statements paid
  ),
  commission as (
    select
      payee,
      month,
      booked,
      by_hand,
      case when booked >= 0.8 * target then (
        select round(sum(greatest(least(booked, up_to) - above, 0) * rate), 2) from tiers where month between first_month and last_month
      ) else 0.00 end as on_booked,
      case when clean >= 0.8 * target then (
        select round(sum(greatest(least(clean, up_to) - above, 0) * rate), 2) from tiers where month between first_month and last_month
      ) else 0.00 end as on_clean
    from to_date
  ),
  paid as (
    select
      payee,
      month,
      sum(earned) over year_so_far as earned,
      sum(corrected) over year_so_far as corrected,
      sum(paid) over year_so_far as paid,
      carried,
      earned + (
        select coalesce(sum(amount), 0) from adjustments
        where adjustments.payee = statements.payee and adjustments.month = statements.month
      ) as restated
    from statements
    window year_so_far as (partition by payee order by month)
  )
select
  payee,
  month,
  round(booked, 2) as collected,
  on_booked as commission,
  earned,
  corrected,
  by_hand as "byHand",
  paid,
  carried,
  earned + corrected - on_booked as "earnedOff",
  paid + carried - by_hand - on_booked as "paidOff",
  restated - (on_clean - lag(on_clean, 1, 0.00) over (partition by payee order by month)) as "restatedOff"
from commission
  join paid using (payee, month)
order by payee, month
