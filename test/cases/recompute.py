"""A second implementation of the conformance cases, from their JSON alone: `python3 test/cases/recompute.py`.

It shares no code with the library, computes in fractions, and does the part of the rules that fits on a few pages: numbers, scales, dates
and working days, commission, scores, splits, targets, vesting. What it does not do it leaves out, and says how much that is.
"""
import calendar as months
import hashlib
import json
import math
import sys
from datetime import date, datetime, timedelta
from fractions import Fraction
from pathlib import Path

FOLDER = Path(__file__).parent
SHARED = {'functions.json', 'policies.json', 'schema.json'}


class NotDone(Exception):
    """What this program leaves to others."""


def only(fields, *known):
    """A field that changes the result and that this program does not know is left to others."""
    other = set(fields) - set(known)
    if other:
        raise NotDone(', '.join(sorted(other)))


# Numbers ------------------------------------------------------------------------------------------------------------------------------

def number(given):
    if isinstance(given, str) and '/' in given:
        over, under = given.split('/')
        return Fraction(over) / Fraction(under)
    return Fraction(str(given))


def rounded(value, mode, decimals):
    """A whole number of units of 10^-decimals."""
    units = abs(value) * 10**decimals
    cut, rest = divmod(units.numerator, units.denominator)
    twice = 2 * rest - units.denominator
    negative = value < 0
    up = {
        'half-up': twice >= 0,
        'half-down': twice > 0,
        'half-even': twice > 0 or (twice == 0 and cut % 2 == 1),
        'up': rest > 0,
        'down': False,
        'ceiling': rest > 0 and not negative,
        'floor': rest > 0 and negative,
    }[mode]
    return (-1 if negative else 1) * (cut + (1 if up else 0))


def fixed(units, decimals):
    digits = str(abs(units)).rjust(decimals + 1, '0')
    text = digits if decimals == 0 else f'{digits[:-decimals]}.{digits[-decimals:]}'
    return ('-' if units < 0 else '') + text


def money(value, decimals=2, mode='half-up'):
    return fixed(rounded(value, mode, decimals), decimals)


def plain(value):
    """As few decimals as there are, cut after twelve."""
    text = fixed(rounded(value, 'down', 12), 12)
    return text.rstrip('0').rstrip('.')


def points(value, decimals=2):
    shown = Fraction(rounded(value, 'half-up', decimals), 10**decimals)
    return int(shown) if shown.denominator == 1 else float(shown)


def allocate(units, weights):
    """Whole units by weight: each part is cut, and what is left goes to the largest remainders, first come."""
    sign, units = (-1, -units) if units < 0 else (1, units)
    shares = [units * weight / sum(weights) for weight in weights]
    parts = [math.floor(share) for share in shares]
    order = sorted(range(len(parts)), key=lambda at: (parts[at] - shares[at], at))
    for at in order[: units - sum(parts)]:
        parts[at] += 1
    return [sign * part for part in parts]


def split(total, weights, decimals=2):
    units = rounded(number(total), 'half-up', decimals)
    return [fixed(part, decimals) for part in allocate(units, [number(one) for one in weights])]


def decimals_of(given):
    text = str(given).lower()
    digits, _, exponent = text.partition('e')
    return max(0, len(digits.partition('.')[2]) - int(exponent or 0))


# Scales -------------------------------------------------------------------------------------------------------------------------------

class Scale:
    def __init__(self, document, target=None, uplift=0, incentive=None):
        only(document, 'mode', 'tiers', 'boundary', 'negative', 'thresholds', 'beyond', 'measure')
        if document.get('measure', 'base') != 'base':
            raise NotDone('a separate measure')
        self.mode, self.negative = document['mode'], document.get('negative', 'mirror')
        self.decides = document.get('boundary', 'upper-tier')
        times = number(target) if document.get('thresholds') == 'attainment' else 1
        self.tiers = []
        for tier in document['tiers']:
            only(tier, 'id', 'upTo', 'rate', 'multiple', 'amount', 'boundary')
            rate = number(tier.get('rate', 0)) + uplift
            if 'multiple' in tier:
                if incentive is None:
                    raise NotDone('multiples')
                rate = number(tier['multiple']) * number(incentive) / number(target)
            self.tiers.append({
                'id': tier['id'],
                'rate': rate,
                'amount': number(tier.get('amount', 0)),
                'to': None if tier['upTo'] is None else number(tier['upTo']) * times,
                'lower': tier.get('boundary', self.decides) == 'lower-tier',
            })

    def tier_of(self, base):
        for at, tier in enumerate(self.tiers):
            end = tier['to']
            if end is None or base < end or (base == end and tier['lower']):
                return at
        return len(self.tiers) - 1

    def pays(self, base, start=0):
        """What a base earns that lies from `start` on."""
        if base < 0:
            return {'mirror': -self.pays(-base), 'zero': Fraction(0)}[self.negative]
        if self.mode == 'whole-amount':
            return base * self.tiers[self.tier_of(start + base)]['rate']
        total, lower = Fraction(0), Fraction(0)
        for tier in self.tiers:
            upper = start + base if tier['to'] is None else min(start + base, tier['to'])
            inside = max(Fraction(0), upper - max(lower, start))
            if self.mode == 'interpolated':
                total += tier['amount'] * inside / (tier['to'] - lower) if inside else 0
            elif tier['amount']:
                raise NotDone('flat amounts')
            else:
                total += inside * tier['rate']
            lower = tier['to']
        return total

    def slices(self, base):
        lower, rows = Fraction(0), []
        for tier in self.tiers:
            inside = base - lower if tier['to'] is None else min(base, tier['to']) - lower
            if inside > 0:
                rows.append({'tier': tier['id'], 'base': inside, 'amount': inside * tier['rate']})
            lower = tier['to']
        return rows

    def smallest(self, wanted):
        """The smallest base that pays so much."""
        lower = Fraction(0)
        if wanted <= 0:
            return lower
        for tier in self.tiers:
            if self.mode == 'whole-amount':
                base = max(lower, wanted / tier['rate'])
            else:
                base = lower + (wanted - self.pays(lower)) / tier['rate']
            if tier['to'] is None or base < tier['to']:
                return base
            lower = tier['to']
        raise NotDone('what is never reached')


# Dates --------------------------------------------------------------------------------------------------------------------------------

def add_months(day, count):
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, months.monthrange(year, month + 1)[1]))


SIZES = {'month': 1, 'quarter': 3, 'half-year': 6, 'year': 12}


def period_text(day, unit):
    if unit == 'week':
        year, week, _ = day.isocalendar()
        return f'{year}-W{week:02d}'
    at = (day.month - 1) // SIZES[unit] + 1
    return f'{day.year}' + {'year': '', 'month': f'-{at:02d}', 'quarter': f'-Q{at}', 'half-year': f'-H{at}'}[unit]


def period_range(text):
    year, _, rest = text.partition('-')
    if rest.startswith('W'):
        first = date.fromisocalendar(int(year), int(rest[1:]), 1)
        return 'week', first, first + timedelta(days=6)
    unit = {'': 'year', 'Q': 'quarter', 'H': 'half-year'}.get(rest[:1], 'month')
    at = 1 if unit == 'year' else int(rest.lstrip('QH'))
    first = date(int(year), (at - 1) * SIZES[unit] + 1, 1)
    return unit, first, add_months(first, SIZES[unit]) - timedelta(days=1)


class WorkingDays:
    def __init__(self, document):
        only(document, 'from', 'to', 'weekend', 'holidays', 'workdays')
        self.document = document

    def has(self, day):
        text = day.isoformat()
        if not self.document['from'] <= text <= self.document['to']:
            raise NotDone('a day that is not covered')
        if text in self.document.get('workdays', []):
            return True
        return text not in self.document.get('holidays', []) and day.isoweekday() not in self.document['weekend']

    def add(self, day, count):
        step = timedelta(days=1 if count > 0 else -1)
        left = abs(count)
        while left:
            day += step
            left -= self.has(day)
        return day

    def count(self, first, last):
        return sum(self.has(first + timedelta(days=at)) for at in range((last - first).days + 1))


DAY = date.fromisoformat

# Commission ---------------------------------------------------------------------------------------------------------------------------


class Plan:
    def __init__(self, document):
        only(document, 'id', 'version', 'provenance', 'currency', 'base', 'scale', 'payout', 'gate', 'coefficient', 'awards',
             'refunds', 'rounding', 'attribution', 'credit', 'payment', 'clawback', 'accelerator')
        if document.get('base', 'amount') != 'amount':
            raise NotDone('another base')
        self.document = document
        given = document.get('rounding', {})
        self.decimals = given.get('decimals', 0 if document['currency'] == 'JPY' else 2)
        self.mode, self.at = given.get('mode', 'half-up'), given.get('at', 'total')

    def text(self, value):
        return money(value, self.decimals, self.mode)

    def scale(self, facts):
        uplift = number(facts.get('coefficientUplift', 0))
        multiplies = self.document.get('coefficient', {}).get('applies') == 'multiply'
        document = self.document['scale']
        if document.get('per'):
            raise NotDone('each order')
        return Scale(document, facts.get('target'), 0 if multiplies else uplift, facts.get('targetIncentive')), (
            1 + uplift if multiplies else 1)

    def earned(self, sales, facts):
        """The base that counts, and the exact commission on it."""
        scale, times = self.scale(facts)
        gate, target = self.document.get('gate'), facts.get('target')
        base, start = sales, 0
        if gate:
            only(gate, 'attainment', 'counts', 'startsIn')
            if sales < number(target) * number(gate['attainment']):
                return Fraction(0), Fraction(0)
            if gate.get('counts', 'all') == 'above-target':
                base = sales - number(target)
                start = number(target) if gate.get('startsIn') == 'own-tier' else 0
        rate = 1
        accelerator = self.document.get('accelerator')
        if accelerator:
            if accelerator['mode'] != 'whole-amount':
                raise NotDone('a marginal accelerator')
            reached = sales / number(target)
            rate = number(next(one['multiplier'] for one in accelerator['steps']
                               if one['upTo'] is None or reached < number(one['upTo'])))
        return base, scale.pays(base, start) * times * rate

    def amount(self, facts):
        if 'lines' in facts:
            for line in facts['lines']:
                only(line, 'id', 'amount')
            amounts = [number(line['amount']) for line in facts['lines']]
            if self.at == 'line':
                return sum((Fraction(self.text(self.earned(amount, facts)[1])) for amount in amounts), Fraction(0))
            return self.earned(sum(amounts), facts)[1]
        return self.earned(number(facts['sales']), facts)[1]


def calculate_commission(policy, input):
    plan = Plan(policy)
    only(input, 'payee', 'period', 'sales', 'lines', 'target', 'targetIncentive', 'coefficientUplift')
    exact = plan.amount(input)
    made = {'amount': plan.text(exact), 'currency': policy['currency']}
    if 'sales' in input:
        sales = number(input['sales'])
        base, _ = plan.earned(sales, input)
        made['base'] = plan.text(base)
        if 'target' in input:
            made['attainment'] = plain(sales / number(input['target']))
        if base > 0 and base == sales:
            made['effectiveRate'] = plain(exact / sales)
        scale, _ = plan.scale(input)
        if scale.mode == 'marginal' and base == sales and 'accelerator' not in policy:
            made['slices'] = [{'tier': one['tier'], 'base': plan.text(one['base']), 'amount': plan.text(one['amount'])}
                              for one in scale.slices(base)]
    return made


def attribute_commission(policy, input):
    plan = Plan(policy)
    amounts = [number(line['amount']) for line in input['lines']]
    total = plan.amount(input)
    if policy.get('attribution') == 'pro-rata':
        shares = [total * amount / sum(amounts) for amount in amounts]
    else:
        ends = [sum(amounts[: at + 1]) for at in range(len(amounts))]
        paid = [plan.earned(end, input)[1] for end in ends]
        shares = [now - before for now, before in zip(paid, [0, *paid])]
    return {'amount': plan.text(total),
            'lines': [{'id': line['id'], 'amount': plan.text(share)} for line, share in zip(input['lines'], shares)]}


def sales_for(policy, amount, facts=None):
    plan, facts = Plan(policy), facts or {}
    scale, _ = plan.scale(facts)
    sales = scale.smallest(number(amount))
    if policy.get('gate') and number(amount) > 0:
        sales = max(sales, number(facts['target']) * number(policy['gate']['attainment']))
    return {'sales': plan.text(sales)}


def settle(policy, input):
    plan = Plan(policy)
    payment = policy['payment']
    only(payment, 'accrual')
    total, earned, carried, rows = Fraction(0), Fraction(0), Fraction(0), []
    for period in input['periods']:
        only(period, 'period', 'sales')
        total += number(period['sales'])
        now = plan.earned(total, period)[1] - earned if payment else plan.earned(number(period['sales']), period)[1]
        earned += now
        due = now + carried
        rows.append({'earned': plan.text(now), 'paid': plan.text(max(due, Fraction(0))), 'carried': plan.text(min(due, Fraction(0)))})
        carried = min(due, Fraction(0))
    return {'periods': rows}


def claw_back(policy, input):
    rule, rows = policy['clawback'], []
    for row in input:
        sold, gone, paid = DAY(row['soldOn']), DAY(row['cancelledOn']), number(row['commission'])
        days = (gone - sold).days
        if rule['kind'] == 'months':
            held = next(at for at in range(rule['months'] + 1) if gone <= add_months(sold, at))
            share = Fraction(rule['months'] - held, rule['months'])
        elif rule['kind'] == 'steps':
            share = next((number(one['share']) for one in rule['steps'] if gone < add_months(sold, one['upTo'])), Fraction(0))
        else:
            within = rule['within']
            end = add_months(sold, within['length']) if within['unit'] == 'month' else sold + timedelta(days=within['length'])
            share = Fraction((end - gone).days, (end - sold).days) if rule['kind'] == 'pro-rata' else Fraction(gone < end)
        rows.append({'elapsedDays': days, 'share': plain(share), 'amount': money(-paid * share)})
    return {'total': money(sum((Fraction(row['amount']) for row in rows), Fraction(0))), 'lines': rows}


# Scores -------------------------------------------------------------------------------------------------------------------------------

def along(knots, x):
    """Points on a line through knots, flat outside them."""
    at = [(number(knot['at']), number(knot['points'])) for knot in knots]
    if x <= at[0][0]:
        return at[0][1]
    for (x0, y0), (x1, y1) in zip(at, at[1:]):
        if x <= x1:
            return y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    return at[-1][1]


def fact_points(curve, fact):
    if isinstance(curve, str):
        curve = {'kind': curve}
    kind = curve['kind']
    if kind == 'points':
        if isinstance(fact, str) and fact in curve.get('names', {}):
            return number(curve['names'][fact])
        if isinstance(fact, dict) and 'amount' in fact:
            return along(curve['amounts']['knots'], number(fact['amount']))
        if isinstance(fact, dict):
            return number(fact['points'])
        return number(fact)
    if not isinstance(fact, dict):
        raise NotDone('a bare fact')
    if 'points' in fact:
        return number(fact['points'])
    reached = number(fact['value']) if 'value' in fact else number(fact['actual']) / number(fact['target'])
    if kind == 'linear':
        return along(curve['knots'], reached)
    if kind == 'ratio':
        return max(number(curve.get('floor', 0)), min(number(curve.get('cap', 100)), reached * 100))
    raise NotDone(kind)


def weighted(parts, facts):
    rows = []
    for part in parts:
        earned = fact_points(part.get('curve', 'ratio'), facts[part['id']])
        weight = number(part['weight'])
        rows.append({'id': part['id'], 'points': points(earned), 'contribution': points(earned * weight / 100),
                     'exact': earned * weight / 100})
    return sum((row.pop('exact') for row in rows), Fraction(0)), rows


def banded(score, bands, name='id'):
    shown = number(points(score))
    at = next(at for at, band in enumerate(bands) if shown >= number(band['from']))
    above = bands[at - 1] if at else None
    return bands[at][name], above and {'from': above['from'], 'remaining': points(number(above['from']) - shown)}


def score_facts(policy, input):
    for criterion in policy['criteria']:
        if criterion['id'] not in input:
            raise NotDone('a missing fact')
    score, parts = weighted(policy['criteria'], input)
    band, above = banded(score, policy['bands'])
    turned = [one['reason'] for one in policy.get('disqualifiers', []) if input.get(one['when']['id']) == one['when']['required']]
    made = {'score': points(score), 'parts': parts, 'band': None if turned else band}
    if 'disqualifiers' in policy:
        made['highValue'] = not turned and band == policy['bands'][0]['id']
    if turned:
        made['disqualified'] = {'reasons': turned}
    elif above:
        above['band'] = policy['bands'][[one['id'] for one in policy['bands']].index(band) - 1]['id']
        made['next'] = above
    else:
        made['next'] = None
    if 'behaviour' in input:
        curve = policy['intent']['criteria'][0]['curve']
        as_of = DAY(input['behaviour']['asOf'])
        ages = [((as_of - DAY(event['date'])).days, curve['events'][event['kind']]) for event in input['behaviour']['events']]
        if any(age % curve['halfLifeDays'] for age, _ in ages):
            raise NotDone('powers')
        made['intent'] = {'score': points(sum(Fraction(worth, 2 ** (age // curve['halfLifeDays'])) for age, worth in ages))}
    return made


def appraise(policy, input):
    score, parts = weighted(policy['indicators'], input['results'])
    for part, indicator in zip(parts, policy['indicators']):
        result = input['results'][part['id']]
        if 'actual' in result:
            reached = number(result['actual']) / number(result['target'])
            part['attainment'] = plain(reached)
            levels = [one['id'] for one in indicator.get('levels', []) if reached >= number(one['from'])]
            part['level'] = levels[-1] if levels else None
    return {'score': points(score), 'parts': parts}


def grade_score(policy, input):
    grade, above = banded(number(input), policy['grades'])
    if above:
        at = [one['id'] for one in policy['grades']].index(grade)
        above['grade'] = policy['grades'][at - 1]['id']
    return {'grade': grade, 'next': above}


# Targets, rewards, and what else is a split ------------------------------------------------------------------------------------------------

def split_target(policy, total, period, options):
    only(options, 'into', 'profile')
    unit, first, last = period_range(period)
    if options['into'] != 'month':
        raise NotDone('weeks')
    names, day = [], first
    while day <= last:
        names.append(period_text(day, 'month'))
        day = add_months(day, 1)
    profile = options.get('profile', {})
    amounts = split(total, [profile.get(name[-2:], 1) for name in names])
    return {'parts': [{'period': name, 'amount': amount} for name, amount in zip(names, amounts)]}


def prorate(policy, target, employment):
    _, first, last = period_range(employment['period'])
    start = max(first, DAY(employment.get('from', first.isoformat())))
    end = min(last, DAY(employment.get('to', last.isoformat())))
    counted, of = (end - start).days + 1, (last - first).days + 1
    return {'target': money(number(target) * counted / of), 'counted': counted, 'of': of}


def cascade(policy, total, tree, options=None):
    payees = []

    def down(node, amount):
        children, units = node.get('children', []), rounded(amount, 'half-up', 2)
        if 'head' in node:
            own = rounded(amount * number(node['head']['share']), 'half-up', 2)
            payees.append({'id': node['head']['id'], 'amount': fixed(own, 2)})
            units -= own
        if not children:
            payees.append({'id': node['id'], 'amount': fixed(units, 2)})
            return
        locked = [None if 'locked' not in child else rounded(number(child['locked']), 'half-up', 2) for child in children]
        free = [child for child in children if 'locked' not in child]
        left = units - sum(one for one in locked if one is not None)
        parts = iter(allocate(left, [number(child['weight']) for child in free]))
        for child, fix in zip(children, locked):
            down(child, Fraction(next(parts) if fix is None else fix, 100))

    down(tree, number(total))
    return {'payees': payees}


def vesting(policy, input):
    if policy and 'plan' in input:
        terms = next(plan for plan in policy['equity'] if plan['id'] == input['plan'])['vesting']
    else:
        terms = {'allocation': 'cumulative-round-down', **{key: input[key] for key in ('tranches', 'every')}}
    if terms['allocation'] != 'cumulative-round-down':
        raise NotDone(terms['allocation'])
    count, start = terms['tranches'], DAY(input['start'])
    totals = [input['shares'] * (at + 1) // count for at in range(count)]
    return {'tranches': [
        {'date': add_months(start, (at + 1) * SIZES[terms['every']]).isoformat(), 'shares': total - before, 'total': total}
        for at, (total, before) in enumerate(zip(totals, [0, *totals]))]}


def education(policy, input):
    first, last, left = DAY(input['from']), DAY(input['to']), DAY(input['lastDay'])
    of = (last - first).days + 1
    open_days = max(0, min(of, (last - left).days))
    return {'repay': money(number(input['amount']) * open_days / of)}


def hall_of_fame(policy, input):
    places = math.ceil(len(input) * number(policy['hallOfFame']['share']))
    ranked = sorted(input, key=lambda one: -number(one['result']))
    return {'members': [one['id'] for one in ranked[:places]]}


def distribution(proposed, rules):
    heads = sum(proposed.values())
    places = allocate(heads, [number(share) for share in rules['shares'].values()])
    return {'grades': [{'grade': grade, 'places': count} for grade, count in zip(rules['shares'], places)]}


def merit(policy, input):
    wanted, most = [], []
    for one in input['people']:
        if 'grade' in one:
            raise NotDone('rates by grade')
        salary = number(one['salary'])
        wanted.append(salary * number(one['rate']))
        most.append(min(wanted[-1], number(one['maximum']) - salary) if 'maximum' in one else wanted[-1])
    budget = number(input['budget'])
    paid = [money(one) for one in most] if sum(most) <= budget else split(budget, most)
    return {'wanted': money(sum(wanted)), 'people': [
        {'id': one['id'], 'wanted': money(want), 'amount': amount} for one, want, amount in zip(input['people'], wanted, paid)]}


def amortize(amount, terms):
    start = DAY(terms['from'])
    total, rows, before = number(amount), [], Fraction(0)
    if terms['by'] == 'day':
        end = add_months(start, terms['months'])
        marks, day = [], start
        while day < end:
            day = min(end, add_months(day.replace(day=1), 1))
            marks.append(Fraction((day - start).days, (end - start).days))
    else:
        marks = [Fraction(at + 1, terms['months']) for at in range(terms['months'])]
    for at, mark in enumerate(marks):
        now = Fraction(money(total * mark))
        rows.append({'period': period_text(add_months(start, at), 'month'), 'amount': money(now - before), 'carrying': money(total - now)})
        before = now
    return {'periods': rows}


def contest(policy, input):
    enter = number(policy['enter']['figure'])
    ranked = sorted((one for one in input['entrants'] if number(one['figure']) > enter), key=lambda one: -number(one['figure']))
    prizes, paid = [number(one['amount']) for one in policy['prizes']], {}
    for figure in {one['figure'] for one in ranked}:
        places = [at for at, one in enumerate(ranked) if one['figure'] == figure]
        share = sum((prizes[at] for at in places if at < len(prizes)), Fraction(0)) / len(places)
        for at in places:
            paid[ranked[at]['id']] = share
    rest = sorted((one for one in input['entrants'] if one not in ranked), key=lambda one: -number(one['figure']))
    return {'amount': money(sum(paid.values())), 'left': money(sum(prizes) - sum(paid.values())), 'entrants': [
        {'id': one['id'], 'amount': money(paid.get(one['id'], Fraction(0)))} for one in [*ranked, *rest]]}


def compensation(policy, input):
    total = Fraction(0)
    for component in policy['components']:
        only(component, 'id', 'weight', 'appraisal')
        only(component['appraisal'], 'missing', 'indicators')
        score, _ = weighted(component['appraisal']['indicators'], input['components'][component['id']]['results'])
        total += number(input['targetIncentive']) * number(component['weight']) * score / 100
    return {'amount': money(total)}


def retention(policy, input):
    rate = Fraction(sum(one['left'] is None for one in input['people']), len(input['people']))
    return {'newcomers': len(input['people']), 'rate': plain(rate)}


def reviews(policy, input):
    rows, score = [], Fraction(0)
    for group in policy['reviews']['groups']:
        given = [number(one) for one in input[group['id']]]
        mean = sum(given) / len(given)
        score += mean * number(group['weight']) / 100
        rows.append({'id': group['id'], 'average': points(mean), 'contribution': points(mean * number(group['weight']) / 100)})
    return {'score': points(score), 'groups': rows}


def evaluate(leads, options):
    pairs = [(number(won['score']), number(lost['score'])) for won in leads if won['outcome'] for lost in leads if not lost['outcome']]
    worth = sum(Fraction(1) if a > b else Fraction(1, 2) if a == b else Fraction(0) for a, b in pairs)
    return {'auc': plain(worth / len(pairs)), 'won': sum(lead['outcome'] for lead in leads), 'decided': len(leads)}


def funnel(policy, input):
    if 'reached' not in input:
        raise NotDone('deals')
    counts = [input['reached'][stage['id']] for stage in policy['stages']]
    return {'steps': [{'conversion': plain(Fraction(after, before)) if before else None} for before, after in zip(counts, counts[1:])]}


def velocity(policy, input):
    rate = number(input['winRate']) if 'winRate' in input else Fraction(input['won'], input['won'] + input['lost'])
    return {'perDay': money(number(input['open']) * number(input['dealSize']) * rate / number(input['cycleDays']))}


def forecast(policy, input):
    chances = {**{one['id']: one.get('probability') for one in policy['stages']}, **input.get('probabilities', {})}
    return {'total': {'expected': money(sum(number(one['value']) * number(chances[one['stage']]) for one in input['deals']))}}


def collection(policy, input):
    if 'receivables' in input:
        return {'days': plain(number(input['receivables']) / number(input['sales']) * number(input['days']))}
    paid = [(number(payment['amount']), (DAY(payment['on']) - DAY(invoice['invoiced'])).days)
            for invoice in input['invoices'] for payment in invoice['payments']]
    return {'days': plain(sum(amount * days for amount, days in paid) / sum(amount for amount, _ in paid))}


def ageing(policy, input):
    as_of, rows = DAY(input['asOf']), []
    buckets = policy['receivables']['buckets']
    sums = {bucket['id']: Fraction(0) for bucket in buckets}
    for invoice in input['invoices']:
        days = (as_of - DAY(invoice['due'])).days
        sums[next(one['id'] for one in buckets if one['upTo'] is None or days <= one['upTo'])] += number(invoice['amount'])
    return {'buckets': [{'id': name, 'amount': money(total)} for name, total in sums.items()]}


def health_trend(policy, input):
    known = [(at, number(one['score'])) for at, one in enumerate(input) if one['score'] is not None]
    count = len(known)
    mean_x, mean_y = Fraction(sum(at for at, _ in known), count), sum(score for _, score in known) / count
    slope = sum((at - mean_x) * (score - mean_y) for at, score in known) / sum((at - mean_x) ** 2 for at, _ in known)
    return {'perPeriod': plain(slope), 'change': points(known[-1][1] - known[0][1]), 'scores': count}


def year_mean(policy, input):
    for one in input['periods']:
        only(one, 'period', 'score')
    scores = [number(one['score']) for one in input['periods']]
    return {'score': points(sum(scores) / len(scores))}


def utc_due(instant, standard, hours):
    if hours['timeZone'] != 'UTC' or 'calendar' in hours:
        raise NotDone('time zones')
    at = datetime.fromisoformat(instant.replace('Z', '+00:00'))
    left = timedelta(hours=standard['within'])
    if standard['unit'] == 'hours':
        return (at + left).isoformat()
    if standard['unit'] != 'working-hours':
        raise NotDone(standard['unit'])
    while True:
        for window in hours['week'].get(str(at.isoweekday()), []):
            opens, closes = (at.replace(hour=int(text[:2]), minute=int(text[3:]), second=0) for text in window.split('-'))
            begin = max(at, opens)
            if begin < closes:
                if left <= closes - begin:
                    return (begin + left).isoformat()
                left -= closes - begin
        at = (at + timedelta(days=1)).replace(hour=0, minute=0, second=0)


def canonical(value):
    if isinstance(value, float):
        raise NotDone('floats')
    return json.dumps(value, sort_keys=True, separators=(',', ':'), ensure_ascii=False)


def sum_of(amounts):
    finest = max([decimals_of(one) for one in amounts], default=0)
    return money(sum((number(one) for one in amounts), Fraction(0)), finest)


def apply_scale(policy, base, options=None):
    scale = Scale(policy, (options or {}).get('target'))
    base = number(base)
    if base < 0 and scale.negative == 'refuse':
        raise NotDone('refused')
    at = scale.tier_of(abs(base))
    return {'amount': plain(scale.pays(base)), 'tier': scale.tiers[at]['id']}


def invert_scale(policy, amount, options=None):
    return plain(Scale(policy).smallest(number(amount)))


RULES = {
    'round': lambda amount, rounding: money(number(amount), rounding['decimals'], rounding.get('mode', 'half-up')),
    'allocate': lambda total, weights, options: split(total, weights, options['decimals']),
    'sumOf': sum_of,
    'subtract': lambda amount, less: sum_of([amount, f'-{less}']),
    'compareAmounts': lambda amount, other: (number(amount) > number(other)) - (number(amount) < number(other)),
    'multiply': lambda amount, by, rounding: money(number(amount) * number(by), rounding['decimals'], rounding.get('mode', 'half-up')),
    'applyScale': apply_scale,
    'invertScale': invert_scale,
    'addDays': lambda date, days: (DAY(date) + timedelta(days=days)).isoformat(),
    'addMonths': lambda date, months: add_months(DAY(date), months).isoformat(),
    'daysBetween': lambda **given: (DAY(given['to']) - DAY(given['from'])).days,
    'periodOf': lambda date, unit: period_text(DAY(date), unit),
    'periodRange': lambda period: dict(zip(('unit', 'from', 'to'), map(str, period_range(period)))),
    'isWorkingDay': lambda policy, date: WorkingDays(policy).has(DAY(date)),
    'addWorkingDays': lambda policy, date, days: WorkingDays(policy).add(DAY(date), days).isoformat(),
    'countWorkingDays': lambda policy, **given: WorkingDays(policy).count(DAY(given['from']), DAY(given['to'])),
    'digestOf': lambda value: hashlib.sha256(canonical(value).encode()).hexdigest(),
    'calculateCommission': calculate_commission,
    'attributeCommission': attribute_commission,
    'salesForCommission': sales_for,
    'splitCredit': lambda policy, amount, owners: [
        {'payee': one['payee'], 'amount': part} for one, part in zip(owners, split(amount, [one['parts'] for one in owners]))],
    'settleCommission': settle,
    'clawBack': claw_back,
    'scoreLead': score_facts,
    'scoreHealth': score_facts,
    'appraise': appraise,
    'appraiseYear': year_mean,
    'gradeScore': grade_score,
    'checkDistribution': distribution,
    'shareMeritBudget': merit,
    'splitTarget': split_target,
    'prorateTarget': prorate,
    'cascadeTarget': cascade,
    'vestingSchedule': vesting,
    'educationRepayment': education,
    'hallOfFame': hall_of_fame,
    'amortizeCost': amortize,
    'payContest': contest,
    'calculateCompensation': compensation,
    'measureNewcomerRetention': retention,
    'aggregateReviews': reviews,
    'evaluateScores': evaluate,
    'measureFunnel': funnel,
    'salesVelocity': velocity,
    'forecastPipeline': forecast,
    'collectionPeriod': collection,
    'ageReceivables': ageing,
    'healthTrend': health_trend,
    'dueAt': utc_due,
}

# Cases --------------------------------------------------------------------------------------------------------------------------------


def compare(expected, made, path):
    """How many figures both have, and where they differ."""
    if isinstance(expected, dict) and isinstance(made, dict):
        pairs = [(expected[key], made[key], f'{path}.{key}') for key in expected if key in made]
    elif isinstance(expected, list) and isinstance(made, list):
        if len(expected) != len(made):
            return 1, [f'{path}: {len(made)} entries, expected {len(expected)}']
        pairs = [(one, other, f'{path}[{at}]') for at, (one, other) in enumerate(zip(expected, made))]
    else:
        same = type(expected) is type(made) and expected == made
        return 1, [] if same else [f'{path}: {made!r}, expected {expected!r}']
    counts = [compare(*pair) for pair in pairs]
    return sum(count for count, _ in counts), [one for _, found in counts for one in found]


def main():
    ready = json.loads((FOLDER / 'policies.json').read_text(encoding='utf-8'))['policies']
    total = done = figures = 0
    wrong = []
    for file in sorted(FOLDER.glob('*.json')):
        if file.name in SHARED:
            continue
        content = json.loads(file.read_text(encoding='utf-8'))
        policies = {**ready, **content.get('policies', {})}
        for case in content['cases']:
            total += 1
            rule = RULES.get(case['function'])
            if rule is None or 'issues' in case['expect']:
                continue
            given = dict(case['inputs'])
            if 'policy' in case:
                given['policy'] = policies[case['policy']]['document']
            elif case['function'] == 'vestingSchedule':
                given['policy'] = None
            if isinstance(given.get('hours'), str):
                given['hours'] = policies[given['hours']]['document']
            try:
                made = rule(**given)
            except NotDone:
                continue
            count, found = compare(case['expect']['outcome'], made, case['id'])
            done += count > 0
            figures += count
            wrong.extend(found)
    print(f'{done} of {total} cases recomputed, {figures} figures, {len(wrong)} wrong')
    for one in wrong:
        print(one)
    # A change that leaves most cases out proves nothing.
    sys.exit(1 if wrong or done < 200 else 0)


if __name__ == '__main__':
    main()
