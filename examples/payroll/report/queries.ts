export const statements = `
  select payee, name, joined_on as "joinedOn", month, collected, earned, corrected, by_hand as "byHand", paid, carried, statement
  from statements join payees on payees.id = payee
  order by payee, month`

export const absences = 'select * from absences order by payee, from_day'

export const adjustments = `
  select payee, month, paid_in as "paidIn", amount, correction
  from adjustments
  where amount <> 0
  order by paid_in, payee, month`

export const byHand = `
  select id, payee, for_month as "forMonth", paid_in as "paidIn", amount, reason, given_by as "givenBy", given_on as "givenOn"
  from amounts_by_hand
  order by paid_in, id`

export const lateRefunds = `
  select owner.payee, refund.order_line as "order", line.customer, line.product,
    refund.booked_on as "refundedOn", original.booked_on as "paidOn", -refund.amount as amount,
    (select count(*) from order_owners where order_line = line.id) as owners
  from payments refund
    join payments original on original.id = refund.refund_of
    join order_lines line on line.id = refund.order_line
    join order_owners owner on owner.order_line = line.id
  where to_char(refund.booked_on, 'YYYY-MM') > to_char(original.booked_on, 'YYYY-MM')
  order by refund.booked_on, refund.id, owner.position`

export const payments = `
  select payment.id as payment, booked_on as "bookedOn", order_line as "order", customer, product, payment.amount
  from payments payment join order_lines line on line.id = order_line
  order by booked_on, payment.id`

export const orders = `
  select payee, month, order_line as "order", customer, product, earned.amount,
    sum(earned.amount) over (partition by payee, order_line order by month) as "toDate"
  from order_commissions earned join order_lines line on line.id = order_line
  order by payee, month, order_line`

export const payroll = `
  select payee, month, earning_code as "earningCode", amount, currency
  from payroll_rows
  order by month, payee, earning_code`
