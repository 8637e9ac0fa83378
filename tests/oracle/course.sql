-- The course of a practice: Making Data Count, from the last merger on, over the quarters that have a figure.
create table line as
  with mergers as (select agb, max(q) as q from practice where formerly is not null group by agb),
  bounds as (
    select g.practice, g.indicator, min(g.q) as first, max(g.q) as last,
      max(min(g.q), coalesce(max(m.q), 0)) as start
    from given g left join mergers m on m.agb = g.practice group by g.practice, g.indicator
  )
  select g.practice, g.indicator, g.q - first as at, 1.0 * numerator / denominator as v,
    row_number() over series - 1 as k, count(*) over (partition by g.practice, g.indicator) as n,
    abs(1.0 * numerator / denominator - lag(1.0 * numerator / denominator) over series) as range,
    d.window_months > 3 as overlapping
  from given g join bounds b using (practice, indicator) join definition d using (indicator)
  where denominator > 0 and g.q >= start
  window series as (partition by g.practice, g.indicator order by g.q);

create unique index one_line on line(practice, indicator, k);

create table limits as
  with first as (
    select practice, indicator, avg(v) as mean, avg(range) as amr from line group by practice, indicator having count(*) > 1
  )
  select practice, indicator, mean, 2.66 * coalesce(avg(range) filter (where range < 3.267 * amr), amr) as reach
  from line join first using (practice, indicator) group by practice, indicator;

create table signal as
  with placed as (
    select practice, indicator, at, k, v, overlapping, mean, reach,
      case when v > mean + 1e-12 then 1 when v < mean - 1e-12 then -1 else 0 end as side,
      abs(v - mean) > reach + 1e-12 as outside,
      abs(v - mean) > reach * 2 / 3 and abs(v - mean) <= reach as near,
      sign(v - lag(v) over series) as step, lag(at) over series as at_before
    from line join limits using (practice, indicator) where n >= 13
    window series as (partition by practice, indicator order by k)
  ), threes as (
    select practice, indicator, k,
      abs(sum(side) over three) = 3 and count(*) over three = 3 and sum(near) over three >= 2 as found
    from placed
    window three as (partition by practice, indicator order by k rows between current row and 2 following)
  ), marked as (
    select p.*, max(t.found) over (partition by practice, indicator order by k rows between 2 preceding and current row)
      as mark
    from placed p join threes t using (practice, indicator, k)
  ), runs as (
    select *, k - row_number() over (partition by practice, indicator, side order by k) as side_run,
      k - row_number() over (partition by practice, indicator, step order by k) as step_run,
      k - row_number() over (partition by practice, indicator, mark, side order by k) as mark_run
    from marked
  )
  select practice, indicator, 'outside' as rule, at as first, at as last, side > 0 as up from runs where outside
  union all
  select practice, indicator, 'side', min(at), max(at), side > 0 from runs where side <> 0
  group by practice, indicator, side, side_run having count(*) >= 7
  union all
  select practice, indicator, 'trend', min(at_before), max(at), step > 0 from runs where step <> 0 and not overlapping
  group by practice, indicator, step, step_run having count(*) >= 6
  union all
  select practice, indicator, 'near', min(at), max(at), side > 0 from runs where mark and not overlapping
  group by practice, indicator, side, mark_run;

-- Against the same quarter a year ago, when it was the same practice then: Newcombe 1998, method 10.
create table change as
  with newest as (select practice, indicator, max(q) as q from given group by practice, indicator),
  both as (
    select now.practice, now.indicator, now.value - then_.value as difference,
      now.value as p1, now.low as l1, now.high as u1, then_.value as p2, then_.low as l2, then_.high as u2
    from newest cross join interval now on now.practice = newest.practice and now.indicator = newest.indicator
        and now.q = newest.q
      join interval then_ on then_.practice = now.practice and then_.indicator = now.indicator and then_.q = now.q - 4
      join given g on g.q = now.q and g.practice = now.practice and g.indicator = now.indicator and g.denominator >= 20
      join given h on h.q = then_.q and h.practice = now.practice and h.indicator = now.indicator and h.denominator >= 20
    where not exists (select 1 from practice m
      where m.agb = now.practice and m.formerly is not null and m.q > then_.q and m.q <= now.q)
  ), bounded as (
    select *, difference - sqrt((p1 - l1) * (p1 - l1) + (u2 - p2) * (u2 - p2)) as low,
      difference + sqrt((u1 - p1) * (u1 - p1) + (p2 - l2) * (p2 - l2)) as high
    from both
  )
  select practice, indicator, difference, low, high,
    case when low <= 0 and high >= 0 then 'same'
      when direction = 'neutral' then iif(low > 0, 'risen', 'fallen')
      when (low > 0) = (direction = 'higher') then 'improved'
      else 'worsened' end as change
  from bounded join definition using (indicator);
