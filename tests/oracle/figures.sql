-- Everything a release file holds, once more.

-- A practice counts in what others see from ten patients on.
create table counted as
  select q, agb, place, indicator, numerator, denominator, 1.0 * numerator / denominator as value
  from given join practice using (q) where agb = practice and denominator >= 10;

create table belongs as
  select q, agb, 'country' as kind, '' as name, 0 as place from practice
  union all select q, agb, 'careGroup', care_group, place from practice where care_group is not null
  union all select q, agb, 'region', region, place from practice where region is not null
  union all
  select q, agb, 'size',
    case when list_size < 1500 then '1' when list_size < 2500 then '2' when list_size < 4000 then '3' else '4' end, place
  from practice where list_size is not null;
create index belonging on belongs(q, agb);

create table benchmark as
  select q, indicator, kind, name, count(*) as n,
    case when kind in ('country', 'careGroup') then 1.0 * sum(numerator) / sum(denominator) end as pooled,
    case when kind in ('country', 'careGroup') then avg(value) end as mean,
    percentile_cont(value, 0.1) as p10, percentile_cont(value, 0.25) as p25, percentile_cont(value, 0.5) as p50,
    percentile_cont(value, 0.75) as p75, percentile_cont(value, 0.9) as p90
  from counted join belongs using (q, agb)
  group by q, indicator, kind, name having count(*) >= 10;
create unique index one_benchmark on benchmark(q, indicator, kind, name);

-- Rank as RANK() of SQL counts it, less one: how many are lower.
create table cell as
  select g.q, g.practice, g.indicator, g.numerator, g.denominator, r.below, g.expected
  from given g left join (
    select q, agb, indicator, rank() over (partition by q, indicator order by value) - 1 as below,
      count(*) over (partition by q, indicator) as n
    from counted
  ) r on r.q = g.q and r.agb = g.practice and r.indicator = g.indicator and r.n >= 10;
create unique index one_cell on cell(q, practice, indicator);

-- Spiegelhalter 2005 by way of standard errors; the arcsine for shares, the square root for rates.
create table funnel as
  with scored as (
    select c.q, c.indicator, b.pooled as target, 1 / (2 * sqrt(c.denominator)) as s,
      case d.unit when 'percent' then asin(sqrt(c.value)) else sqrt(c.value) end
        - case d.unit when 'percent' then asin(sqrt(b.pooled)) else sqrt(b.pooled) end as distance
    from counted c join definition d using (indicator)
      join benchmark b on b.q = c.q and b.indicator = c.indicator and b.kind = 'country'
  ), edges as (
    select q, indicator, percentile_cont(distance / s, 0.1) as low, percentile_cont(distance / s, 0.9) as high
    from scored group by q, indicator
  ), summed as (
    select q, indicator, max(target) as target, count(*) as i, sum(1 / (s * s)) as w, sum(1 / (s * s * s * s)) as w2,
      avg(pow(case when distance / s < low then low when distance / s > high then high else distance / s end, 2)) as phi
    from scored join edges using (q, indicator) group by q, indicator
  )
  select q, indicator, target,
    case when i * phi < i - 1 then 0 else (i * phi - (i - 1)) / (w - w2 / w) end as tau2
  from summed;

-- At most 150 dots, spread evenly over the practices by code, rounded to a hundredth of the range (sizes to 5 at least).
create table dot as
  with recursive numbers(nth) as (select 0 union all select nth + 1 from numbers where nth < 149),
  listed as (
    select q, indicator, value, denominator, row_number() over (partition by q, indicator order by agb) - 1 as at,
      count(*) over (partition by q, indicator) as n,
      (max(value) over (partition by q, indicator) - min(value) over (partition by q, indicator)) / 100.0 as step,
      max(value) over (partition by q, indicator) as highest,
      max(5.0, (max(denominator) over (partition by q, indicator) - min(denominator) over (partition by q, indicator)) / 100.0)
        as size_step
    from counted
  )
  select q, indicator, nth, max(5, floor(denominator / size_step + 0.5) * size_step) as size,
    case when step = 0 then value when highest <= 1 then min(1, floor(value / step + 0.5) * step)
      else floor(value / step + 0.5) * step end as value
  from listed join numbers on nth < n and at = case when n > 150 then floor(nth * (n / 150.0)) else nth end
  where n >= 10;
